-- A file that came back; looked at again it is as it turned out last.
insert into package_return values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (delivery_id) do update set
  partner_id = excluded.partner_id, kind = excluded.kind, name = excluded.name, state = excluded.state, package_id = excluded.package_id,
  code = excluded.code, issue = excluded.issue, run_id = excluded.run_id
