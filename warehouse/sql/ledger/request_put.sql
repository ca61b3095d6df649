-- A request of ours for missing packages.
insert into package_request values (?, ?, ?, ?, ?) on conflict (sender, receiver, profile, at) do nothing
