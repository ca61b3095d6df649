-- grain: one figure that must not be added up · source: table stated_figure, rows whose submission is committed
select *
from lake.stated_figure
where submission_id in (select submission_id from staging.submission)
