-- A stretch of what arrived for a run, in the order of receipt. Judged ones are listed too, and what is inside others is not, so that
-- stretches do not move while a run unpacks and settles.
select * from delivery where run_id = ? and parent_delivery_id is null order by received_at, delivery_id limit ? offset ?
