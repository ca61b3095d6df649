-- parameters: day
-- zh: 某一天在册的高风险点和巡查情况：最近一次巡查、应巡查的完整月数、没有巡查的月数
-- grain: one high-risk point open on a day · source: risk_points_at, risk_point_patrols, patrol_gaps_at
with last_patrol as (
  select reporter_code, risk_point_key, max(patrolled_on) as last_patrolled_on, count(*) as patrols
  from risk_point_patrols()
  where patrolled_on <= day
  group by reporter_code, risk_point_key
),
gap as (
  select reporter_code, risk_point_key, count(*) as months_without_patrol
  from patrol_gaps_at(day)
  group by reporter_code, risk_point_key
)
select
  point.risk_point_key, point.reporter_code, point.division_code, point.village, point.category, point.found_on, point.days_open,
  coalesce(last_patrol.patrols, 0) as patrols,
  last_patrol.last_patrolled_on,
  greatest(datediff('month', point.found_on, day + 1) - 1, 0) as months_due,
  coalesce(gap.months_without_patrol, 0) as months_without_patrol,
  point.submission_id, point.ordinal, point.sheet, point.cell
from risk_points_at(day) as point
left join last_patrol on last_patrol.reporter_code = point.reporter_code and last_patrol.risk_point_key = point.risk_point_key
left join gap on gap.reporter_code = point.reporter_code and gap.risk_point_key = point.risk_point_key
where point.tier = 'high' and point.is_open
order by point.reporter_code, point.found_on, point.risk_point_key
