-- parameters:
-- grain: one figure that a document prints · source: stated_figure, indicator, indicator_report, indicator_definition, risk_points_counted, completeness
-- What is printed beside what is computed, and why they differ as far as data can tell. Candidates are listed, not chosen.
with printed as (
  select
    stated.measure_id, stated.division_code, stated.period_start, stated.period_end,
    stated.value as published_value, stated.unit, stated.verbatim, stated.unit_as_sent,
    printed_decimals(stated.verbatim) as decimals, printed_unit(stated.unit_as_sent) as factor,
    stated.submission_id, stated.ordinal, stated.sheet, stated.cell,
    definition.indicator_id, coalesce(definition.forms, '') as forms, definition.denominator is not null as is_ratio,
    definition.measure is not null as has_measure,
    if(definition.denominator is not null and definition.unit = '%', 100, 1) as per
  from stated_figure as stated
  left join indicator_definition as definition on definition.printed_measure = stated.measure_id
  where stated.role = 'published' and stated.value is not null
),
-- Any other window than the stored ones is computed when it is printed.
other_window as (
  select distinct printed_from(period_start, period_end) as window_start, period_end as window_end
  from printed
  where indicator_id is not null and not exists (
    select 1
    from indicator
    where indicator.window_end = printed.period_end
      and printed.period_start between indicator.window_start - 1 and indicator.window_start)
),
computed as (
  select indicator_id, window_start, window_end, division_code, numerator, denominator, value, expected_reports, received_reports, coverage
  from indicator
  union all
  select
    report.indicator_id, report.window_start, report.window_end, report.division_code, report.numerator, report.denominator, report.value,
    report.expected_reports, report.received_reports, report.coverage
  from other_window, lateral (select * from indicator_report(other_window.window_start, other_window.window_end)) as report
),
point as (
  select
    unnest(divisions_above(division_code)) as division_code, found_on, closed_on
  from risk_points_counted()
),
counted as (
  select printed.submission_id, printed.ordinal, count(*) filter (is_open_at_end(found_on, closed_on, printed.period_end)) as points
  from printed
  join point using (division_code)
  where printed.measure_id = 'risk_points' and printed.period_start = printed.period_end
  group by printed.submission_id, printed.ordinal
),
late as (
  select printed.submission_id, printed.ordinal, count(*) as reports
  from printed
  join completeness
    on list_contains(string_split(printed.forms, ','), completeness.form_id)
    and completeness.period_start >= printed.period_start and completeness.period_end <= printed.period_end
    and list_contains(divisions_above(completeness.division_code), printed.division_code)
  where completeness.state = 'late'
  group by printed.submission_id, printed.ordinal
),
compared as (
  select
    printed.*,
    coalesce(indicator.value, counted.points) as computed_value,
    if(indicator.value is null, counted.points, printed.per * indicator.numerator) as exact_upper,
    if(indicator.value is null or not printed.is_ratio, 1, indicator.denominator) as exact_lower,
    indicator.expected_reports, indicator.received_reports, indicator.coverage,
    coalesce(late.reports, 0) as late_reports,
    coalesce(printed.unit, '') <> '元'
      and coalesce(printed.unit, '') <> regexp_replace(coalesce(printed.unit_as_sent, ''), '^[万亿]', '') as is_other_unit
  from printed
  left join computed as indicator
    on indicator.indicator_id = printed.indicator_id and indicator.division_code = printed.division_code
    and indicator.window_end = printed.period_end
    and printed.period_start between indicator.window_start - 1 and indicator.window_start
  left join counted using (submission_id, ordinal)
  left join late using (submission_id, ordinal)
),
matched as (
  select
    *,
    coalesce(match_printed(exact_upper, exact_lower, published_value, decimals, factor), 'not_computable') as matches
  from compared
),
caused as (
  select
    *,
    list_filter([
      if(matches in ('half_up', 'truncated'), matches, null),
      if(matches = 'not_computable' and indicator_id is null, 'no_indicator', null),
      if(matches = 'not_computable' and indicator_id is not null and forms = '', if(has_measure, 'no_form', 'no_records'), null),
      if(matches = 'not_computable' and indicator_id is not null and forms <> '', 'no_reports', null),
      if(matches = 'differs' and late_reports > 0, 'late_report', null),
      if(matches = 'differs' and coverage < 100, 'coverage', null),
      if(matches = 'differs' and is_other_unit, 'counting_unit', null)
    ], lambda cause: cause is not null) as known
  from matched
)
select
  measure_id, division_code, period_start, period_end, submission_id, ordinal, sheet, cell, indicator_id,
  published_value, unit, verbatim, unit_as_sent,
  cast(computed_value as decimal(20, 4)) as computed_value,
  cast(published_value - computed_value as decimal(20, 4)) as difference,
  matches,
  array_to_string(if(matches = 'differs' and len(known) = 0, ['unexplained'], known), ',') as causes,
  case
    when matches = 'exact' then '一致'
    when matches = 'half_up' then '公布数四舍五入，一致'
    when matches = 'truncated' then concat('公布数截去尾数，四舍五入应为 ', plain_number(cut_half_up(exact_upper, exact_lower, unit_kept(decimals, factor)) * 0.0001 / factor))
    when indicator_id is null and matches = 'not_computable' then '没有对应的指标，无法计算'
    when matches = 'not_computable' and forms = '' and not has_measure then '没有此区间的处罚记录，只有公布数'
    when matches = 'not_computable' and forms = '' then '没有表格采集此项，只有公布数'
    when matches = 'not_computable' then '没有收到所属期在此区间内的报表'
    when len(known) = 0 then '不一致，数据中没有能说明的原因'
    else concat('不一致，可能的原因：', concat_ws('；',
      if(late_reports > 0, concat(late_reports, ' 份报表逾期，公布时可能没有收到'), null),
      if(coverage < 100, concat('报送率 ', plain_number(coverage), '%'), null),
      if(is_other_unit, concat('公布的单位是“', unit_as_sent, '”，指标按“', unit, '”计'), null)))
  end as explanation
from caused
