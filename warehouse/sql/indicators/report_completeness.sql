-- grain: one cell that tells of an expected report, or one report without any · source: report_owed
-- A report sent in time, sent late, returned or not sent at all: accepted ones count above, all count below. Rows of one report count once.
select
  division_code,
  if(state in ('on_time', 'late'), 'both', 'denominator') as role,
  amount, unit_key, table_name, row_key, submission_id, ordinal, columns_read
from report_owed(window_start, window_end)
