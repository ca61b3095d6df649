-- One file that came back for packages of ours.
select * from package_return where delivery_id = ?
