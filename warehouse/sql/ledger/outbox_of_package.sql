-- How many seals of a package of ours wait to be sent.
select count(*) from outbox where kind = 'package' and state = 'waiting' and substr(delivery_id, 1, length(?1)) = ?1
