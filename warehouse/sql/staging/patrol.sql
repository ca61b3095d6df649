-- grain: one visit of a patrol · source: table patrol, rows whose submission is committed
select *
from lake.patrol
where submission_id in (select submission_id from staging.submission)
