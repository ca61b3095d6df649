-- grain: one problem of one submission · source: table finding
-- What a run found by looking at history holds only while the submission's verdict is that run's.
select finding.*
from lake.finding as finding
join staging.submission as submission using (submission_id)
where finding.judged_in is null or finding.judged_in = submission.run_id
