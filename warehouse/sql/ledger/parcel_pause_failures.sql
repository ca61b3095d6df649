-- How often a channel has failed in a row.
select failures from parcel_pause where channel_id = ?
