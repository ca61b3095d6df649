-- grain: one record's personal columns as a JSON object without what is blank · source: record_text
create or replace view secret_row as
select
  ordinal,
  cast(json_merge_patch('{}', to_json({
    'party_name': party_name, 'representative': representative, 'representative_id_type': representative_id_type,
    'representative_id': representative_id, 'id_type': id_type, 'id_number': id_number,
    'other_numbers': nullif(concat_ws(' ', business_number, organisation_code, tax_number, institution_number, society_number), ''),
    'business_number': business_number, 'organisation_code': organisation_code, 'tax_number': tax_number,
    'institution_number': institution_number, 'society_number': society_number,
    'facts': facts, 'content': content, 'licence': licence, 'remark': remark, 'birth_date': birth_date, 'address': address})) as varchar) as secrets
from record_text
