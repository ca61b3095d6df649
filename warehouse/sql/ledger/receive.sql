-- One new delivery; known ones stay as they are.
insert into delivery (delivery_id, parent_delivery_id, ordinal, partner_id, channel, sender, subject, file_name, received_at, sha256, bytes, received_by, state)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'received')
on conflict (delivery_id) do nothing
