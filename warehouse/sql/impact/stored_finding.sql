-- grain: one finding that the file itself tells · source: lake_finding, tried_finding, reread
create or replace view stored_finding as
select distinct *
from lake_finding
where judged_in is null and left(submission_id, 16) not in (select delivery_id from reread)
union all by name
select * from tried_finding
