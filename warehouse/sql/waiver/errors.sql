-- Errors of a submission that can be let through, in reading order. Rows of an exchange are refused one by one: none of them.
select distinct finding.code, finding.sheet, finding.cell, finding.ordinal
from history.finding as finding
join history.submission as submission using (submission_id)
where finding.submission_id = ? and finding.severity = 'error' and submission.form_id is not null and submission.accumulation <> 'each'
order by finding.ordinal, finding.cell
