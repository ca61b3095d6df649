-- A parcel is prepared; known ones stay as they are.
insert into parcel (parcel_id, delivery_id, partner_id, way, channel_id, target, message_id, path, sha256, bytes, state, attempts, created_at, next_at, problem, details)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
on conflict (parcel_id) do nothing
