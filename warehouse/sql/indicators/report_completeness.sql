-- grain: one cell that tells of an expected report, or one report that is expected · source: report_owed
-- Below the line stand the reports that are asked for, whatever came: what asks for them is no cell. Above it those that were
-- accepted, by the cells that tell of them; rows of one report count once. What was sent back is looked at.
select distinct
  division_code,
  if(state in ('on_time', 'late'), 'numerator', 'context') as role,
  amount, unit_key, table_name, row_key, submission_id, ordinal, columns_read
from report_owed(window_start, window_end)
where submission_id is not null
union all
select distinct division_code, 'denominator', 1, unit_key, 'completeness', unit_key, null, null, null
from report_owed(window_start, window_end)
