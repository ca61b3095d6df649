-- grain: one risk point · source: table risk_point, rows whose submission is committed
select *
from lake.risk_point
where submission_id in (select submission_id from staging.submission)
