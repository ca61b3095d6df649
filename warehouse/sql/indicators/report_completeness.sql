-- grain: one expected report whose period ends in the window · source: completeness
-- A report sent in time, sent late, returned or not sent at all: accepted ones count above, all count below. Not due yet and not here yet counts nowhere.
select
  division_code,
  if(state in ('on_time', 'late'), 'both', 'denominator') as role,
  1 as amount,
  'completeness' as table_name,
  concat_ws('/', campaign_id, form_id, document_kind, division_code, period_start, period_end) as row_key,
  submission_id,
  ['division_code', 'due_on', 'received_at', 'state'] as columns_read
from completeness
where period_end between window_start and least(window_end, published_on())
  and (due_on < published_on() or state in ('on_time', 'late'))
