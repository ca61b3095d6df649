-- grain: one row that is a record · source: sent
-- Trailing notes (表格说明：…) are none: a row without number and date whose first filled cell begins like a note, or that holds one cell only.
create or replace view record_text as
select *
from sent
where not (
  document_number is null and decision_date is null and authority_name is null
  or decision_date is null and authority_name is null and regexp_matches(document_number, getvariable('note_pattern'))
  or decision_date is null and authority_name is null and party_name is null
)
