-- Errors that do not pass, of submissions of which some were let through.
select distinct submission_id, code, sheet, cell, ordinal
from finding
where severity = 'error' and waived_by is null and submission_id in (select submission_id from waiver)
order by all
