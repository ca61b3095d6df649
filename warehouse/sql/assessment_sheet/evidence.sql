-- grain: one thing that is known of an item of an assessment · source: town_assessment_evidence
select division_code, item_id, role, table_name, coalesce(submission_id, row_key) as origin, sheet, cell, note
from town_assessment_evidence
where assessment_id = ?
order by division_code, item_id, ordinal
