-- Packages in one state, in the order of receipt.
select * from package where direction = ? and state = ? order by received_at, package_id
