-- One delivery found inside another one, for the run that unpacks it; unpacked again it is the same.
insert into delivery (delivery_id, parent_delivery_id, ordinal, partner_id, channel, sender, subject, file_name, received_at, sha256, bytes, received_by, state, run_id)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'claimed', ?)
on conflict (delivery_id) do update set state = 'claimed', run_id = excluded.run_id, outcome = null
