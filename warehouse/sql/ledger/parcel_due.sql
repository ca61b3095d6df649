-- Parcels of a channel whose time has come, oldest first.
select * from parcel where channel_id = ? and state in ('waiting', 'stuck') and next_at <= ? order by created_at, parcel_id limit ?
