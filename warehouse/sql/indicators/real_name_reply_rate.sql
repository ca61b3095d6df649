-- grain: one lead received in the window · source: lead
-- Leads that nobody signed are looked at and count nothing.
select
  division_code,
  case when not coalesce(is_real_name, false) then 'context' when replied_on is not null then 'both' else 'denominator' end as role,
  if(is_real_name, 1, 0) as amount, 'lead' as table_name, submission_id, ordinal,
  ['division_code', 'received_on', 'is_real_name', 'replied_on'] as columns_read
from leads_received(window_start, window_end)
