-- grain: one document · source: table document, rows whose submission is committed
select *
from lake.document
where submission_id in (select submission_id from staging.submission)
