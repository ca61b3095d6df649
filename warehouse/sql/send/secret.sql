-- grain: one penalty of the package with its personal columns · source: chosen, sealed_row
create or replace view secret as
select
  chosen.*,
  from_json(opened(concat(chosen.submission_id, '/', chosen.ordinal), to_base64(sealed_row.blob)), '{
    "party_name": "VARCHAR", "representative": "VARCHAR", "representative_id_type": "VARCHAR", "representative_id": "VARCHAR",
    "id_type": "VARCHAR", "id_number": "VARCHAR", "business_number": "VARCHAR", "organisation_code": "VARCHAR", "tax_number": "VARCHAR",
    "institution_number": "VARCHAR", "society_number": "VARCHAR", "facts": "VARCHAR", "content": "VARCHAR", "licence": "VARCHAR",
    "remark": "VARCHAR", "birth_date": "VARCHAR", "address": "VARCHAR"}') as person
from chosen
left join sealed_row on sealed_row.submission_id = chosen.submission_id and sealed_row.ordinal = chosen.ordinal
