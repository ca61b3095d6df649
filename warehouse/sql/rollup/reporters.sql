-- grain: one reporter expected or received below the division, and the division itself · source: rollup_report, completeness, finding
-- Who is expected is what the campaigns say, else every division of the form's level. A report of the level above stands
-- for those below it that sent none.
with report as materialized (
  select * from rollup_report($1, $2, $3, $4, $5)
),
named as (
  select division_code, max(due_on) as due_on, arg_max(state, due_on) as state
  from completeness
  where form_id = $1 and period_start >= $4 and period_end <= $5
    and division_code <> $3 and list_contains(divisions_above(division_code), $3)
  group by division_code
),
waived as (
  select submission_id, string_agg(distinct code, '、' order by code) as codes, string_agg(distinct waived_by, '、' order by waived_by) as offices
  from finding
  where waived_by is not null
  group by submission_id
),
expected as (
  select division_code, due_on, state from named
  union all
  select division_code, cast(null as date), cast(null as varchar)
  from division
  where not exists (select 1 from named)
    and level = $2 and not is_pseudo
    and division_code <> $3 and list_contains(divisions_above(division_code), $3)
    and (valid_from is null or valid_from <= $5)
    and (valid_to is null or valid_to >= $4)
)
select
  coalesce(expected.division_code, report.reporter_code) as division_code,
  coalesce(division.name, report.reporter_name) as name,
  expected.division_code is not null as is_expected,
  expected.due_on,
  report.submission_id,
  coalesce(
    report.use,
    case
      when higher.reporter_name is not null then 'represented'
      when expected.state in ('returned', 'not_due') then expected.state
      else 'missing'
    end) as use,
  higher.reporter_name as represented_by,
  cast(report.received_at as date) as received_on,
  report.period_start, report.period_end, report.revision, report.verdict,
  waived.codes || '（' || waived.offices || '批准）' as waived
from expected
full join report on report.reporter_code = expected.division_code
left join division on division.division_code = coalesce(expected.division_code, report.reporter_code)
left join waived on waived.submission_id = report.submission_id
left join report as higher
  on report.submission_id is null and higher.use = 'counted' and higher.reporter_code <> expected.division_code
  and list_contains(divisions_above(expected.division_code), higher.reporter_code)
order by division_code, report.period_start, report.submission_id
