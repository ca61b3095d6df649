-- parameters: window_start, window_end
-- grain: one indicator and division for the window · source: indicator_values, indicator_target, printed_figure, boundary_note, yearly_value
-- A window that is still open ends at the day of publication and is running. A division is listed if it has a value, a
-- printed figure or a target. What has no value says why. A target of each year binds every year of the window, and is judged by
-- the years; all others by the value before it is rounded.
with current_value as materialized (
  select * from indicator_values(window_start, window_end)
),
value_before as materialized (
  select indicator_id, division_code, value
  from indicator_values(window_before(window_start, window_end), window_start - 1)
),
printed as materialized (
  select * from printed_figure(window_start, window_end)
),
aim as materialized (
  select indicator_id, division_code, comparison, target, is_yearly
  from indicator_target
  where (period_start = window_start and period_end = window_end)
    or (is_yearly and window_start >= period_start and window_end <= period_end
      and strftime(window_start, '%m-%d') = '01-01' and strftime(window_end, '%m-%d') = '12-31')
  qualify row_number() over (partition by indicator_id, division_code order by is_yearly desc, period_start, period_end) = 1
),
yearly as materialized (
  select
    aim.indicator_id, aim.division_code,
    bool_or(not judge(aim.comparison, year_value.value, aim.target)) as is_missed,
    bool_or(year_value.value is null) as is_unknown,
    string_agg(
      concat(year_value.year, '年', coalesce(plain_number(year_value.value), '没有数据')), '、' order by year_value.year) as told
  from aim
  join yearly_value(window_start, window_end) as year_value using (indicator_id, division_code)
  where aim.is_yearly
  group by aim.indicator_id, aim.division_code
),
listed as (
  select indicator_id, division_code from current_value
  union
  select indicator_id, division_code from printed
  union
  select indicator_id, division_code from aim
),
joined as (
  select
    listed.indicator_id, listed.division_code, current_value.numerator, current_value.denominator, current_value.value,
    value_before.value as previous_value, definition.unit, definition.forms <> '' as has_forms,
    definition.denominator is not null as is_ratio,
    if(definition.denominator is not null and definition.unit = '%', 100, 1) * current_value.numerator as exact_upper,
    if(definition.denominator is not null, current_value.denominator, 1) as exact_lower,
    current_value.expected_reports, current_value.received_reports, current_value.complete_reports, current_value.note,
    aim.comparison, coalesce(aim.is_yearly, false) as is_yearly,
    case when aim.comparison in ('below_previous', 'above_previous') then value_before.value else aim.target end as target,
    coalesce(yearly.is_missed, false) as is_missed, coalesce(yearly.is_unknown, true) as is_unknown, yearly.told,
    printed.published_value, printed.decimals, printed.factor,
    window_end > published_on() as is_running,
    boundary_note
  from listed
  join indicator_definition as definition using (indicator_id)
  left join current_value using (indicator_id, division_code)
  left join value_before using (indicator_id, division_code)
  left join printed using (indicator_id, division_code)
  left join aim using (indicator_id, division_code)
  left join yearly using (indicator_id, division_code)
  left join boundary_note(window_start, window_end) using (division_code)
),
compared as (
  select
    *,
    match_printed(exact_upper, exact_lower, published_value, decimals, factor) as published_matches,
    case
      when exact_upper is null or exact_upper < 0 or coalesce(exact_lower, 0) = 0 then value
      when comparison = 'at_least' then cut_down(exact_upper, exact_lower, 1) * 0.0001
      when comparison = 'at_most' then cast(ceil(exact_upper / exact_lower * 10000 - 1e-6) as bigint) * 0.0001
      else value
    end as judged
  from joined
)
select
  indicator_id,
  window_start as window_start,
  window_end as window_end,
  division_code,
  numerator,
  denominator,
  value,
  previous_value,
  unit,
  expected_reports,
  received_reports,
  percentage(least(complete_reports, expected_reports), expected_reports) as coverage,
  target,
  case
    when is_running then 'running'
    when value is null then 'no_data'
    when comparison is null then 'no_target'
    when is_yearly and is_missed then 'not_met'
    when target is null or (is_yearly and is_unknown) then 'no_data'
    when is_yearly or judge(comparison, judged, target) then 'met'
    else 'not_met'
  end as verdict,
  published_value,
  published_matches,
  nullif(concat_ws('；',
    case when is_running then concat('截至', published_on()) end,
    case
      when value is not null then null
      when published_value is not null then '只有公布数，没有可计算的数据'
      when is_ratio and denominator = 0 then '分母为零，不计算'
      when expected_reports > 0
        then concat('应报', expected_reports, '份报表，收到', received_reports, '份', if(received_reports > 0, '，其中没有可计算的数', ''))
      when received_reports > 0 then concat('收到的', received_reports, '份报表中没有可计算的数')
      when has_forms then '没有收到报表'
      else '没有可计算的数据'
    end,
    case published_matches
      when 'truncated'
        then concat('公布数为截尾，四舍五入应为', plain_number(cut_half_up(exact_upper, exact_lower, unit_kept(decimals, factor)) * 0.0001 / factor))
      when 'differs' then concat('公布数比计算值', if(published_value > value, '多', '少'), plain_number(abs(published_value - value)))
    end,
    case when complete_reports < received_reports
      then concat(received_reports - complete_reports, '份报表含空白、约数或无法读取的数') end,
    case when comparison in ('below_previous', 'above_previous') and target is null and value is not null and not is_running
      then '没有上一区间的值，无法判断' end,
    case when is_yearly and year(window_start) < year(window_end) and value is not null then concat('逐年：', told) end,
    note,
    boundary_note), '') as note
from compared
where window_start <= published_on() and window_start <= window_end
