-- grain: one additive figure · source: table observation, rows whose submission is committed
select *
from lake.observation
where submission_id in (select submission_id from staging.submission)
