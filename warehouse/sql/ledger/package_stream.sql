-- Packages of one stream, in the order of their numbers, then of receipt.
select * from package where direction = ? and sender = ? and receiver = ? and profile = ? order by sequence, received_at, package_id
