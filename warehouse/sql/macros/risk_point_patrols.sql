-- parameters:
-- zh: 风险点的每次监控或巡查：台账各版本写过的监控日期，加上场所键与风险点编号相同的巡查登记
-- grain: one risk point and day on which it was looked at · source: history.risk_point, patrol
-- A register holds the latest day only: the earlier ones stand in its earlier versions.
select line.reporter_code, line.risk_point_key, line.monitored_on as patrolled_on
from (
  select submission.reporter_code, point.risk_point_key, point.monitored_on
  from history.risk_point as point
  join history.submission as submission using (submission_id)
  where point.monitored_on is not null
    and (point.known_to is null or point.known_to > point.known_from)
    and cast(timezone('Asia/Shanghai', point.known_from) as date) <= published_on()
) as line
union
select submission.reporter_code, patrol.site_key as risk_point_key, patrol.visited_on as patrolled_on
from patrol
join submission using (submission_id)
where patrol.visited_on is not null
