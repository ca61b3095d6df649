-- A run begins, or is taken up again.
insert into run (run_id, started_at, state) values (?, ?, 'running')
on conflict (run_id) do update set state = 'running', ended_at = null
