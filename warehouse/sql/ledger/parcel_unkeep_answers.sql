-- Answers that were kept look for a way again.
update outbox set parcel_id = null where parcel_id in (select parcel_id from parcel where state = 'kept' and problem <> 'BEFORE_DISPATCH')
