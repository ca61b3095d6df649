-- parameters: day
-- zh: 某一天的风险点台账：当天以前发现的每个风险点，当天是否在册、在册多少天；当天以后才有的日期为空
-- grain: one risk point found by a day, as it stood at the end of that day · source: risk_points_counted
-- What happened later is not there yet. A point closed on the day is not open at its end.
select
  point.risk_point_key, point.reporter_code, point.division_code,
  point.village, point.category, point.tier, point.found_on,
  case when point.monitored_on <= day then point.monitored_on end as monitored_on,
  case when point.closed_on <= day then point.closed_on end as closed_on,
  case when point.closed_on <= day then point.outcome end as outcome,
  case when point.replied_on <= day then point.replied_on end as replied_on,
  is_open_at_end(point.found_on, point.closed_on, day) as is_open,
  least(coalesce(point.closed_on, day), day) - point.found_on as days_open,
  point.submission_id, point.ordinal, point.sheet, point.cell
from risk_points_counted() as point
where point.found_on <= day
order by point.reporter_code, point.found_on, point.risk_point_key
