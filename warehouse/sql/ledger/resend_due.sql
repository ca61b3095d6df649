-- A package is to be sent again; asked for twice at one time it is due once.
insert into package_resend (package_id, due_at, reason) values (?, ?, ?) on conflict (package_id, due_at) do nothing
