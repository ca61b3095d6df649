-- The steps of a run, in order.
select step, started_at, ended_at, result from step where run_id = ? order by started_at, step
