-- parameters: window_start, window_end, boundary_day
-- grain: one indicator and division · source: indicator_evidence, indicator_definition, division_step
-- Adds up what the rows of an indicator say, for their divisions and all above. Rows of one unit_key count once in each
-- division. What has a denominator is a ratio: no value where that is zero. No row above the line is zero, rows
-- that are all blank are not: missing is not zero. A division is listed if it has rows that count or
-- owes a report. Where editions of a register are expected those that are told are what was received, however many files
-- told them. Rows that were only looked at (context, beside) or lie across the window (outside) do not list it.
-- boundary_day null: divisions as reported. Else those of that day: what was told of an area that has become several, or came
-- from several, cannot be shared out; it counts above them, and they have no value.
with recursive told as materialized (
  select indicator_id, division_code, role, amount, unit_key, report_key, submission_id, coalesce(is_complete, true) as is_complete
  from indicator_evidence(window_start, window_end)
),
asked as (
  select distinct
    left(told.division_code, 6) as code, told.submission_id,
    coalesce(submission.period_end, least(window_end, published_on())) as told_on
  from told
  left join submission using (submission_id)
  where boundary_day is not null
),
step as materialized (
  select * from division_step(boundary_day)
),
-- A code that is gone speaks of the time before, a new one of the time since.
walk as (
  select distinct
    code, told_on, code as area,
    greatest(least(told_on, coalesce((select min(changed_on) - 1 from division_change join division on division_code = from_code
      where from_code = code and valid_to is not null), told_on)),
      coalesce((select valid_from from division where division_code = code and valid_to is null), told_on)) as day
  from asked
  union
  select walk.code, walk.told_on, step.next_area, step.next_day
  from walk
  join step on step.area = walk.area and walk.day between step.first_day and step.last_day
),
placed as materialized (
  select code, told_on, list(distinct area order by area) as areas
  from walk
  where not exists (select 1 from step where step.area = walk.area and walk.day between step.first_day and step.last_day)
  group by code, told_on
),
moved as (
  select asked.code, asked.submission_id, placed.areas
  from asked
  join placed using (code, told_on)
  where placed.areas <> [asked.code]
),
evidence_row as materialized (
  select
    told.* replace (coalesce(common_division(moved.areas), told.division_code) as division_code),
    moved.areas, moved.code
  from told
  left join moved on moved.code = left(told.division_code, 6) and moved.submission_id is not distinct from told.submission_id
),
torn as (
  select indicator_id, division_code, string_agg(distinct name, '、' order by name) as names
  from (
    select indicator_id, unnest(areas) as division_code, code
    from evidence_row
    where len(areas) > 1 and role in ('numerator', 'denominator', 'both')
  )
  join (select division_code as code, name from division) using (code)
  group by indicator_id, division_code
),
summed as (
  select
    indicator_id, division_code, cast(null as varchar) as unit_key,
    sum(amount) filter (role in ('numerator', 'both', 'none')) as upper,
    sum(amount) filter (role in ('denominator', 'both', 'none')) as lower,
    count(*) filter (role <> 'denominator') as upper_rows,
    count(*) filter (role <> 'numerator') as lower_rows
  from evidence_row
  where unit_key is null and role in ('numerator', 'denominator', 'both', 'none')
  group by indicator_id, division_code
  union all
  select
    indicator_id, division_code, unit_key,
    max(amount) filter (role in ('numerator', 'both')),
    max(amount) filter (role in ('denominator', 'both')),
    count(*) filter (role <> 'denominator'),
    count(*) filter (role <> 'numerator')
  from evidence_row
  where unit_key is not null and role in ('numerator', 'denominator', 'both')
  group by indicator_id, division_code, unit_key
),
summed_above as (
  select indicator_id, unnest(divisions_above(division_code)) as division_code, unit_key, upper, lower, upper_rows, lower_rows
  from summed
),
once as (
  select
    indicator_id, division_code, sum(upper) as upper, sum(lower) as lower, sum(upper_rows) as upper_rows, sum(lower_rows) as lower_rows
  from summed_above
  where unit_key is null
  group by indicator_id, division_code
  union all
  select indicator_id, division_code, max(upper), max(lower), sum(upper_rows), sum(lower_rows)
  from summed_above
  where unit_key is not null
  group by indicator_id, division_code, unit_key
),
amount as (
  select
    indicator_id, division_code, sum(upper) as upper, sum(lower) as lower, sum(upper_rows) as upper_rows, sum(lower_rows) as lower_rows
  from once
  group by indicator_id, division_code
),
report as (
  select
    indicator_id, division_code, report_key,
    bool_or(role = 'expected') as is_edition,
    bool_or(if(role = 'expected', is_complete, role <> 'outside')) as is_inside,
    bool_and(is_complete) as is_complete
  from evidence_row
  where report_key is not null and role <> 'beside'
  group by indicator_id, division_code, report_key
),
report_above as (
  select indicator_id, unnest(divisions_above(division_code)) as division_code, report_key, is_edition, is_inside, is_complete
  from report
),
report_once as (
  select
    indicator_id, division_code, report_key, bool_or(is_edition) as is_edition,
    bool_or(is_inside) as is_inside, bool_and(is_complete) as is_complete
  from report_above
  group by indicator_id, division_code, report_key
),
reports as (
  select
    indicator_id, division_code,
    count(*) filter (is_inside and is_edition = has_editions) as received_reports,
    count(*) filter (is_inside and is_complete and is_edition = has_editions) as complete_reports,
    count(*) filter (not is_inside and not is_edition) as outside_reports
  from (select *, bool_or(is_edition) over (partition by indicator_id, division_code) as has_editions from report_once)
  group by indicator_id, division_code
),
expected_above as (
  select distinct indicator_id, unnest(divisions_above(division_code)) as division_code, unit_key
  from evidence_row
  where role = 'expected'
),
expected as (
  select indicator_id, division_code, count(*) as expected_reports
  from expected_above
  group by indicator_id, division_code
),
listed as (
  select indicator_id, division_code from amount
  union
  select indicator_id, division_code from expected
  union
  select indicator_id, division_code from torn
),
waived as (
  select waiver.submission_id, waiver_id, concat(waiver_id, '（', approver, '，至', expires_on, '）') as name
  from waiver
  join submission using (submission_id)
  where submission.waived_count > 0 and waiver.withdrawn_at is null and waiver.expires_on >= published_on()
),
waived_row as (
  select distinct indicator_id, division_code, submission_id, waiver_id, name
  from evidence_row
  join waived using (submission_id)
  where role in ('numerator', 'denominator', 'both')
),
waived_above as (
  select
    indicator_id, division_code,
    concat(array_to_string(list(name order by submission_id, waiver_id)[:3], '、'), if(count(*) > 3, concat('等', count(*), '项'), '')) as waivers
  from (select distinct indicator_id, unnest(divisions_above(division_code)) as division_code, submission_id, waiver_id, name from waived_row)
  group by indicator_id, division_code
),
joined as (
  select
    listed.indicator_id, listed.division_code, definition.unit, definition.decimals, definition.rounding_mode, definition.note, definition.forms <> '' as has_forms,
    definition.denominator is not null as is_ratio,
    case
      when torn.names is not null then null
      when definition.denominator is not null and amount.upper_rows = 0 then 0
      else amount.upper
    end as upper,
    case
      when torn.names is not null or definition.denominator is null then null
      when amount.lower_rows = 0 then 0
      else amount.lower
    end as lower,
    torn.names as torn_from, waived_above.waivers,
    expected.expected_reports, reports.received_reports, reports.complete_reports, reports.outside_reports
  from listed
  join indicator_definition as definition using (indicator_id)
  left join amount using (indicator_id, division_code)
  left join expected using (indicator_id, division_code)
  left join reports using (indicator_id, division_code)
  left join torn using (indicator_id, division_code)
  left join waived_above using (indicator_id, division_code)
)
select
  indicator_id, division_code,
  cast(upper as decimal(20, 4)) as numerator,
  cast(lower as decimal(20, 4)) as denominator,
  rounded_quotient(if(is_ratio and unit = '%', 100, 1) * upper, if(is_ratio, lower, 1), decimals, rounding_mode) as value,
  expected_reports,
  case when has_forms then coalesce(received_reports, 0) end as received_reports,
  case when has_forms then coalesce(complete_reports, 0) end as complete_reports,
  nullif(concat_ws('；',
    replace(replace(replace(note,
      '{numerator}', plain_number(upper)), '{denominator}', plain_number(lower)), '{remaining}', plain_number(lower - upper)),
    case when outside_reports > 0 then concat('另有', outside_reports, '份报表的所属期超出区间，未计入') end,
    '含豁免：' || waivers,
    torn_from || '的数涉及几个区划，无法分摊，只计入上级'), '') as note,
  torn_from is null as is_comparable
from joined
