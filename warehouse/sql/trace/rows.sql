-- grain: one row behind a value, in one role · source: indicator_source
-- A release from before evidence was told has none.
-- Parameters: indicator, first day, last day, division.
select
  behind.role, behind.amount, behind.unit_key, behind.table_name, behind.row_key, behind.submission_id, behind.sheet, behind.cell,
  array_to_string(behind.cells, ' ') as cells, behind.evidence, array_to_string(behind.counted_with, ' ') as counted_with, behind.row_division, division.name as row_division_name,
  figure.measure_id, figure.category, figure.verbatim, figure.state,
  expected.defined_in, submission.delivery_id, submission.sha256, submission.form_id, submission.reporter_name, submission.revision
from (
  from indicator_source(cast(? as varchar), cast(? as date), cast(? as date))
  union all by name
  select cast(null as varchar) as evidence, cast(null as varchar[]) as counted_with where false
) as behind
left join division on division.division_code = behind.row_division
left join (
  select concat_ws('/', campaign_id, form_id, document_kind, division_code, period_start, period_end) as row_key, any_value(defined_in) as defined_in
  from expected_report
  group by all
) as expected on behind.table_name = 'completeness' and expected.row_key = behind.row_key
left join (
  select * from history.submission
  qualify row_number() over (partition by submission_id order by known_from desc) = 1
) as submission on submission.submission_id = behind.submission_id
left join (
  select concat(submission_id, '#', ordinal) as row_key, measure_id, category, verbatim, state from observation
  union all
  select concat(submission_id, '#', ordinal), measure_id, category, verbatim, state from stated_figure
) as figure on figure.row_key = behind.row_key
where behind.division_code = cast(? as varchar)
order by
  list_position(['numerator', 'denominator', 'published', 'target', 'outside', 'beside', 'context', 'expected'], behind.role),
  submission.received_at, behind.submission_id, behind.sheet, try_cast(regexp_extract(behind.cell, '[0-9]+$') as integer), behind.row_key
