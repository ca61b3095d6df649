-- Packages that a run decided about.
select * from package where direction = 'in' and run_id = ? order by received_at, package_id
