-- Answers that wait, oldest first.
select answer_id, delivery_id, kind, path, created_at from outbox where state = 'waiting' order by created_at, answer_id limit ?
