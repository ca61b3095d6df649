-- How a channel did; the last time it worked stays known.
insert into channel (channel_id, partner_id, checked_at, worked_at, problem, details) values (?, ?, ?, ?, ?, ?)
on conflict (channel_id) do update set
  checked_at = excluded.checked_at, worked_at = coalesce(excluded.worked_at, worked_at), problem = excluded.problem, details = excluded.details
