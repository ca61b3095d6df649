-- parameters: day
-- zh: 到某一天为止，各级区划、各风险等级的风险点在每个环节各有多少个：到过、正停在、平均停留天数、停得最久的天数
-- grain: one division, tier and stage by a day · source: supervision_at
-- days_mean is over those that have left the stage; nobody is reported back for ever, so that stage has none.
with counted as (
  select unnest(divisions_above(division_code)) as division_code, tier, step, stage, days, is_current
  from supervision_at(day)
)
select
  division_code, coalesce(tier, 'unknown') as tier, step, stage,
  count(*) as points_reached,
  count(*) filter (is_current) as points_there,
  round(avg(days) filter (not is_current), 1) as days_mean,
  max(days) filter (is_current and stage <> 'reported_back') as days_longest_waiting
from counted
group by division_code, tier, step, stage
order by division_code, tier, step
