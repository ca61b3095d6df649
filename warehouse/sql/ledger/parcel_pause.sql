-- Nothing is tried on a channel before this time.
insert into parcel_pause (channel_id, failures, next_at) values (?, 1, ?)
on conflict (channel_id) do update set failures = failures + 1, next_at = excluded.next_at
