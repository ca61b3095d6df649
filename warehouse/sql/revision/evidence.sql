-- The rows that count for some indicators: a union for each of them stands in the middle.
select
  indicator_id, window_start, window_end, division_code, role, amount, unit_key, table_name,
  coalesce(row_key, concat(submission_id, '#', ordinal)) as row_key, submission_id
from (
  select cast(null as varchar) as indicator_id, cast(null as date) as window_start, cast(null as date) as window_end, *
  from evidence()
  %s
)
where role in ('numerator', 'denominator', 'both')
