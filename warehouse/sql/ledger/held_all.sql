-- What was held back, by partner, profile and reason.
select partner_id, profile, reason, records from held_back order by partner_id, profile, reason
