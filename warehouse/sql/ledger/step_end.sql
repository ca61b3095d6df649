-- What a step of a run did.
insert into step (run_id, step, started_at, ended_at, result) values (?, ?, ?, ?, ?)
on conflict (run_id, step) do update set started_at = excluded.started_at, ended_at = excluded.ended_at, result = excluded.result
