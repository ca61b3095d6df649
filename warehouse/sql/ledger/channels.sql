-- How every channel did when it was last used.
select channel_id, partner_id, checked_at, worked_at, problem, details from channel order by channel_id
