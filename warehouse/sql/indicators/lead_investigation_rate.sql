-- grain: one lead received in the window · source: lead
select
  division_code, if(is_closed, 'both', 'denominator') as role, 1 as amount, 'lead' as table_name, submission_id, ordinal,
  ['division_code', 'received_on', 'result'] as columns_read
from leads_received(window_start, window_end)
