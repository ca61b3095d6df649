-- 青浦区三年行动计划：文件公布的数与由数据计算的数
select
  definition.title as "指标",
  strftime(indicator.window_start, '%Y') || '–' || strftime(indicator.window_end, '%Y') as "年度",
  indicator.value as "计算值",
  indicator.published_value as "公布值",
  indicator.unit as "单位",
  case indicator.published_matches
    when 'exact' then '一致' when 'half_up' then '四舍五入后一致' when 'truncated' then '截尾后一致' when 'differs' then '不一致' else ''
  end as "公布与计算",
  indicator.target as "目标",
  case indicator.verdict
    when 'met' then '达标' when 'not_met' then '未达标' when 'running' then '进行中' when 'no_data' then '无数据' else ''
  end as "结论",
  indicator.note as "说明"
from indicator
join indicator_definition as definition using (indicator_id)
where indicator.division_code = '310118'
  and (indicator.published_value is not null or indicator.indicator_id = 'risk_point_reduction')
order by indicator.indicator_id <> 'risk_point_reduction', indicator.indicator_id, indicator.window_start
