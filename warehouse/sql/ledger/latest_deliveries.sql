-- What arrived last, newest first.
select * from delivery order by received_at desc, delivery_id desc limit ?
