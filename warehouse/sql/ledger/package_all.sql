-- All packages, in the order of receipt.
select * from package order by received_at, package_id
