-- Parcels of answers that look for a way again.
delete from parcel where state = 'kept' and problem <> 'BEFORE_DISPATCH'
