-- grain: one record's personal columns as a JSON object without what is blank · source: record_text
-- Put together text by text: a function that leaves out what is null reads the whole object again.
create or replace view secret_row as
select
  ordinal,
  concat('{', concat_ws(',',
    '"party_name":' || to_json(party_name),
    '"representative":' || to_json(representative),
    '"representative_id_type":' || to_json(representative_id_type),
    '"representative_id":' || to_json(representative_id),
    '"id_type":' || to_json(id_type),
    '"id_number":' || to_json(id_number),
    '"other_numbers":' || to_json(nullif(concat_ws(' ', business_number, organisation_code, tax_number, institution_number, society_number), '')),
    '"business_number":' || to_json(business_number),
    '"organisation_code":' || to_json(organisation_code),
    '"tax_number":' || to_json(tax_number),
    '"institution_number":' || to_json(institution_number),
    '"society_number":' || to_json(society_number),
    '"facts":' || to_json(facts),
    '"content":' || to_json(content),
    '"licence":' || to_json(licence),
    '"remark":' || to_json(remark),
    '"birth_date":' || to_json(birth_date),
    '"address":' || to_json(address)), '}') as secrets
from record_text
