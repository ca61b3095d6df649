-- Requests of ours about one stream, oldest first.
select at, missing from package_request where sender = ? and receiver = ? and profile = ? order by at
