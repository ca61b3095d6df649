-- A stretch of the deliveries of a run, in the order of receipt. Judged ones are listed too, so that stretches do not move while a run settles.
select * from delivery where run_id = ? order by received_at, delivery_id limit ? offset ?
