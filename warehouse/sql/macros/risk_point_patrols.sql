-- parameters:
-- zh: 风险点的每次监控或巡查：台账各版本写过的监控日期，加上同一场所（街镇和地址相同）的巡查登记
-- grain: one risk point and day on which it was looked at · source: history.risk_point, patrol, risk_point
-- A register holds the latest day only: the earlier ones stand in its earlier versions. A patrol register knows no number of a
-- point and is sent by another office: the site, made of town and address in both, tells which point was looked at.
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
select submission.reporter_code, point.risk_point_key, patrol.visited_on as patrolled_on
from patrol
join risk_point as point on point.site_key = patrol.site_key
join submission on submission.submission_id = point.submission_id
where patrol.visited_on is not null
