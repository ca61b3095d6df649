-- An answer waits for dispatch; made again after a kill it is the same answer.
insert into outbox (answer_id, delivery_id, kind, path, state, created_at) values (?, ?, ?, ?, 'waiting', ?)
on conflict (answer_id) do nothing
