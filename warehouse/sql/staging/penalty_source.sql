-- grain: one row of a sheet of penalty records · source: table penalty_source, rows whose submission is committed
select *
from lake.penalty_source
where submission_id in (select submission_id from staging.submission)
