-- grain: one line of a register of leads with its personal columns · source: published.lead_record, sealed_row
create or replace table secret as
select
  record.submission_id,
  record.ordinal,
  from_json(opened(concat(record.submission_id, '/', record.ordinal), to_base64(sealed_row.blob)),
    '{"party_name": "VARCHAR", "party_number": "VARCHAR", "place": "VARCHAR", "summary": "VARCHAR", "answer": "VARCHAR"}') as person
from published.lead_record as record
join sealed_row on sealed_row.submission_id = record.submission_id and sealed_row.ordinal = record.ordinal
where record.kind is null
