-- Everyone who ever sent something.
select partner_id, first_seen, last_seen, deliveries from partner order by partner_id
