-- parameters: measure, forms, reporter_level, window_start, window_end
-- grain: one division at or above the reporters · source: observation of the forms named, at the level named
-- Only figures whose whole period lies in the window are added up; a period is never split. Figures of other levels are
-- left out, so that a town and its county do not count twice. A report is complete if all its figures of this measure
-- are known exactly. A division that owes reports and sent none is listed without a value.
with figure as (
  select
    division_code, submission_id, value, state,
    period_start >= window_start and period_end <= least(window_end, published_on()) as inside
  from observation
  where measure_id = measure
    and list_contains(forms, form_id)
    and division_level(division_code) = reporter_level
    and period_end >= window_start
    and period_start <= window_end
),
rolled as (
  select unnest(divisions_above(division_code)) as division_code, submission_id, value, state, inside
  from figure
),
report as (
  select
    division_code, submission_id,
    sum(value) filter (inside) as value,
    bool_or(inside) as inside,
    bool_and(state in ('reported', 'not_applicable')) as complete
  from rolled
  group by division_code, submission_id
),
expected as (
  select unnest(divisions_above(division_code)) as division_code
  from expected_report
  where list_contains(forms, form_id)
    and period_start >= window_start and period_end <= least(window_end, published_on())
),
expected_count as (
  select division_code, count(*) as expected_reports from expected group by division_code
)
select
  division_code,
  sum(value) as numerator,
  cast(null as decimal(20, 4)) as denominator,
  cast(sum(value) as decimal(20, 4)) as value,
  any_value(expected_reports) as expected_reports,
  count(*) filter (inside) as received_reports,
  count(*) filter (inside and complete) as complete_reports,
  case when count(*) filter (not inside) > 0
    then concat('另有', count(*) filter (not inside), '份报表的所属期超出区间，未计入') end as note
from report
full join expected_count using (division_code)
group by division_code
