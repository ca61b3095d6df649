-- grain: one request for joint action · source: table joint_request, rows whose submission is committed
select *
from lake.joint_request
where submission_id in (select submission_id from staging.submission)
