-- grain: one party found practising again · source: table lookback_case, rows whose submission is committed
select *
from lake.lookback_case
where submission_id in (select submission_id from staging.submission)
