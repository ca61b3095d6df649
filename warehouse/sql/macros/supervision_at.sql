-- parameters: day
-- zh: 到某一天为止，每个风险点走过的环节（发现、监控、处置、反馈）和在每个环节停留的天数；最后一个环节 is_current 为真
-- grain: one risk point and stage that it had reached by a day · source: risk_points_at, risk_point_patrols; 青卫健监督[2022]3号 三（四）
-- Monitored from the first day that any version of the register names. A point that was closed without being monitored goes from
-- found to dealt with. Days in a stage run to the next one, in the last one to the day.
with first_patrol as (
  select reporter_code, risk_point_key, min(patrolled_on) as monitored_from
  from risk_point_patrols()
  group by reporter_code, risk_point_key
),
point as (
  select
    point.*,
    case when first_patrol.monitored_from between point.found_on and coalesce(point.closed_on, day)
      then first_patrol.monitored_from end as monitored_from
  from risk_points_at(day) as point
  left join first_patrol
    on first_patrol.reporter_code = point.reporter_code and first_patrol.risk_point_key = point.risk_point_key
),
stage as (
  select *, 1 as step, 'found' as stage, found_on as from_on, coalesce(monitored_from, closed_on) as to_on from point
  union all
  select *, 2, 'monitored', monitored_from, closed_on from point where monitored_from is not null
  union all
  select *, 3, 'dealt_with', closed_on, replied_on from point where closed_on is not null
  union all
  select *, 4, 'reported_back', replied_on, null from point where closed_on is not null and replied_on is not null
)
select
  risk_point_key, reporter_code, division_code, tier, step, stage, from_on, to_on,
  coalesce(to_on, day) - from_on as days,
  to_on is null as is_current,
  submission_id, ordinal, sheet, cell
from stage
order by reporter_code, found_on, risk_point_key, step
