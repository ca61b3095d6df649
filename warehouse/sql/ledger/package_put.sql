-- A package as it is now; put again it replaces.
insert into package values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (package_id) do update set
  direction = excluded.direction, partner_id = excluded.partner_id, name = excluded.name, file_sha256 = excluded.file_sha256,
  bytes = excluded.bytes, received_at = excluded.received_at, state = excluded.state, sender = excluded.sender,
  receiver = excluded.receiver, profile = excluded.profile, sequence = excluded.sequence, digest = excluded.digest,
  previous = excluded.previous, manifest = excluded.manifest, code = excluded.code, issue = excluded.issue,
  turn_at = excluded.turn_at, same_as = excluded.same_as, data_id = excluded.data_id, run_id = excluded.run_id
