-- Deliveries with answers that no parcel was made of, oldest first.
select delivery_id from outbox where parcel_id is null and kind = 'receipt' order by created_at, answer_id limit ?
