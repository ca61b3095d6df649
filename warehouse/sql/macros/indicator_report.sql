-- parameters: window_start, window_end
-- grain: one indicator and division for the window · source: indicator_values, indicator_target, printed_figure, boundary_note
-- A window that is still open ends at the day of publication and is running. A division is listed if it has a value, a
-- printed figure or a target.
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
  select indicator_id, division_code, comparison, target
  from indicator_target
  where period_start = window_start and period_end = window_end
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
    value_before.value as previous_value, definition.unit,
    current_value.expected_reports, current_value.received_reports, current_value.complete_reports, current_value.note,
    aim.comparison,
    case when aim.comparison in ('below_previous', 'above_previous') then value_before.value else aim.target end as target,
    printed.published_value, printed.decimals, printed.factor,
    match_printed(current_value.value, printed.published_value, printed.decimals, printed.factor) as published_matches,
    window_end > published_on() as is_running,
    boundary_note
  from listed
  join indicator_definition as definition using (indicator_id)
  left join current_value using (indicator_id, division_code)
  left join value_before using (indicator_id, division_code)
  left join printed using (indicator_id, division_code)
  left join aim using (indicator_id, division_code)
  left join boundary_note(window_start, window_end) using (division_code)
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
    when target is null then 'no_data'
    when judge(comparison, value, target) then 'met'
    else 'not_met'
  end as verdict,
  published_value,
  published_matches,
  nullif(concat_ws('；',
    case when is_running then concat('截至', published_on()) end,
    case when value is null and published_value is not null then '只有公布数，没有可计算的数据' end,
    case published_matches
      when 'truncated' then concat('公布数为截尾，四舍五入应为', round(value / factor, cast(decimals as integer)))
      when 'differs' then concat('公布数比计算值多', published_value - value)
    end,
    case when complete_reports < received_reports
      then concat(received_reports - complete_reports, '份报表含空白、约数或无法读取的数') end,
    case when comparison in ('below_previous', 'above_previous') and target is null and not is_running
      then '没有上一区间的值，无法判断' end,
    note,
    boundary_note), '') as note
from joined
where window_start <= published_on()
