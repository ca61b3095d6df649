-- How many deliveries have answers that no parcel was made of.
select count(*) from outbox where parcel_id is null and kind = 'receipt'
