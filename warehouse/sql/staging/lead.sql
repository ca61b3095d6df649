-- grain: one complaint or lead · source: table lead, rows whose submission is committed
select *
from lake.lead
where submission_id in (select submission_id from staging.submission)
