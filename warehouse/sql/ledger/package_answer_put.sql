-- One answer to a package; the first one stays.
insert into package_answer (package_id, kind, at, text, signature) values (?, ?, ?, ?, ?) on conflict (package_id, kind) do nothing
