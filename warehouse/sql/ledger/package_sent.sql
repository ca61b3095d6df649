-- All packages of ours, in the order in which they were made.
select * from package where direction = 'out' order by received_at, package_id
