-- parameters: window_start, window_end
-- grain: one row behind an indicator · source: every file of sql/indicators, register_expected
-- The values are made of these rows and of nothing else, and indicator_source lists them.
select
  indicator_id, division_code, role, amount, unit_key, coalesce(report_key, submission_id) as report_key, is_complete, table_name,
  coalesce(row_key, concat(submission_id, '#', ordinal)) as row_key,
  submission_id, ordinal, columns_read
from (
  select cast(null as varchar) as indicator_id, *
  from evidence()
  union all by name
  select * from register_expected(window_start, window_end)
  -- for each indicator: union all by name select '{id}' as indicator_id, * from indicators.{id}(window_start, window_end)
)
where window_start <= window_end
