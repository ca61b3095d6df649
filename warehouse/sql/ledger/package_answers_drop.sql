-- The answers to a package, before better ones are booked.
delete from package_answer where package_id = ?
