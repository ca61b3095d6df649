-- Deliveries of senders nobody registered, newest first.
select * from delivery where outcome = 'quarantined' order by received_at desc, delivery_id limit ?
