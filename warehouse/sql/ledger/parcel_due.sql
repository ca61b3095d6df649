-- Parcels of a channel whose time has come, those never tried first, then the oldest.
select * from parcel where channel_id = ? and state in ('waiting', 'stuck') and next_at <= ? order by attempts, created_at, parcel_id limit ?
