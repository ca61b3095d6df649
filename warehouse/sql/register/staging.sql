-- grain: one line of the register · source: table {table}, rows whose submission is committed
select *
from lake.{table}
where submission_id in (select submission_id from staging.submission)
