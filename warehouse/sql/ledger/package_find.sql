-- One package.
select * from package where package_id = ?
