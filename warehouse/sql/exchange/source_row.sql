-- grain: one record as it is stored · source: record, verdict
create or replace view source_row as
select
  getvariable('submission_id') as submission_id,
  record.ordinal,
  getvariable('sheet') as sheet,
  concat('A', record.sheet_row) as cell,
  coalesce(verdict.row_verdict, 'accepted') as row_verdict,
  verdict.reasons,
  record.* exclude (ordinal, sheet_row, fine, confiscated) replace (discreet(document_number) as document_number),
  getvariable('column_cells') as column_cells,
  discreet(record.fine) as fine_verbatim,
  discreet(record.confiscated) as confiscated_verbatim,
  md5(concat_ws('|', 'v1', decision_date, coalesce(cast(fine_yuan as varchar), '-'), coalesce(cast(confiscated_yuan as varchar), '-'),
    coalesce(cast(total_yuan as varchar), '-'), penalty_kinds, change, coalesce(cast(referral_decided_on as varchar), '-'),
    coalesce(cast(referred_on as varchar), '-'), coalesce(cast(police_answered_on as varchar), '-'))) as content_digest
from record
left join verdict using (ordinal)
