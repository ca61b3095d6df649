-- grain: one lead received in the window · source: lead
-- One that is not closed yet counts nothing.
select
  division_code, if(result = 'substantiated', 'both', 'denominator') as role, if(is_closed, 1, 0) as amount,
  'lead' as table_name, submission_id, ordinal, ['division_code', 'received_on', 'result'] as columns_read
from leads_received(window_start, window_end)
