-- Channels with parcels whose time has come, unless the channel itself pauses.
select channel_id, count(*) from parcel
where state in ('waiting', 'stuck') and next_at <= ?
  and not exists (select 1 from parcel_pause where parcel_pause.channel_id = parcel.channel_id and parcel_pause.next_at > ?)
group by channel_id order by channel_id
