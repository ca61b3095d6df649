-- grain: one cell that tells of an expected report, or one report without any · source: report_owed
-- Accepted ones that arrived by the due day count above, all count below. Rows of one report count once. That one is late
-- its day of receipt tells and no cell.
select distinct
  division_code,
  if(state = 'on_time', 'both', 'denominator') as role,
  amount, unit_key, table_name, row_key, submission_id, if(state = 'late', null, ordinal) as ordinal, columns_read
from report_owed(window_start, window_end)
where state <> 'late' or table_name = 'completeness'
