-- The answers to a delivery: receipt first, then marked copies in the order they were made.
select answer_id, delivery_id, kind, path, created_at from outbox where delivery_id = ? order by kind <> 'receipt', rowid
