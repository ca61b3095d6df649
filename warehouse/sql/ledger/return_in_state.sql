-- Files that came back and are in one state, newest first.
select * from package_return where state = ? order by received_at desc, delivery_id limit ?
