-- grain: one submission, judged anew with all others · source: latest_submission, tried_submission, reread
-- As after a rebuild: everything is of one run and read by the same definitions.
create or replace view candidate_submission as
select * replace (coalesce(file_verdict, verdict) as verdict, cast(null as varchar) as same_as, '' as definitions)
from latest_submission
where delivery_id not in (select delivery_id from reread)
union all by name
select * replace ('' as definitions) from tried_submission
