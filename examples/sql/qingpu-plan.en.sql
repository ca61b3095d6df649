-- Qingpu three-year plan: figures printed in the document beside those computed from data
select
  definition.title_en as indicator,
  strftime(indicator.window_start, '%Y') || '-' || strftime(indicator.window_end, '%Y') as years,
  indicator.value as computed,
  indicator.published_value as published,
  indicator.unit,
  indicator.published_matches as matches,
  indicator.target,
  indicator.verdict,
  indicator.note
from indicator
join indicator_definition as definition using (indicator_id)
where indicator.division_code = '310118'
  and (indicator.published_value is not null or indicator.indicator_id = 'risk_point_reduction')
order by indicator.indicator_id <> 'risk_point_reduction', indicator.indicator_id, indicator.window_start
