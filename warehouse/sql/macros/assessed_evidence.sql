-- parameters:
-- grain: one thing that is known of an item of an assessment · source: assessment_evidence
select
  evidence.assessment_id, evidence.division_code, evidence.item_id,
  cast(row_number() over (
    partition by evidence.assessment_id, evidence.division_code, evidence.item_id
    order by evidence.decided_by, evidence.note, evidence.submission_id, evidence.sheet, evidence.cell) as integer) as ordinal,
  evidence.decided_by, evidence.role, evidence.amount, evidence.table_name, evidence.row_key, evidence.submission_id,
  cast(evidence.ordinal as integer) as row_ordinal, evidence.sheet, evidence.cell, evidence.note,
  array_to_string(evidence.columns_read, ' ') as columns_read
from assessment_evidence() as evidence
join town_assessment using (assessment_id, division_code, item_id)
