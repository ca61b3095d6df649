-- grain: one finding that the file itself tells · source: lake_finding, tried_finding, latest_submission, reread
create or replace view stored_finding as
select distinct *
from lake_finding
where judged_in is null and submission_id not in (select submission_id from latest_submission join reread using (delivery_id))
union all by name
select * from tried_finding
