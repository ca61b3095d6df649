-- How far a package has come.
update package set state = ? where package_id = ?
