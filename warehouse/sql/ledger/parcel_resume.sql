-- A channel works again.
delete from parcel_pause where channel_id = ?
