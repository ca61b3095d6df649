-- The last runs, newest first.
select run_id, started_at, ended_at, state, published, result from run order by started_at desc, run_id desc limit ?
