-- parameters: day
-- zh: 到某一天为止，当天在册的高风险点在哪些月份没有巡查：从发现的下一个月到当天以前最后一个完整的月份
-- grain: one high-risk point open on a day and whole month since it was found in which nobody looked at it · source: risk_points_at, risk_point_patrols
with month_due as (
  select
    point.reporter_code, point.risk_point_key, point.division_code, point.found_on,
    unnest(generate_series(
      date_trunc('month', point.found_on) + interval 1 month,
      date_trunc('month', day + 1) - interval 1 month,
      interval 1 month)) as month
  from risk_points_at(day) as point
  where point.tier = 'high' and point.is_open
),
seen as (
  select distinct reporter_code, risk_point_key, date_trunc('month', patrolled_on) as month
  from risk_point_patrols()
  where patrolled_on <= day
)
select due.reporter_code, due.risk_point_key, due.division_code, due.found_on, cast(due.month as date) as month
from month_due as due
where not exists (
  select 1
  from seen
  where seen.reporter_code = due.reporter_code and seen.risk_point_key = due.risk_point_key and seen.month = due.month)
order by due.reporter_code, due.found_on, due.risk_point_key, due.month
