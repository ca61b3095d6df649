-- grain: one record's personal columns as a JSON object without what is blank · source: sent
create or replace view secret_row as
select
  ordinal,
  cast(json_merge_patch('{}', to_json({
    'party_name': yrd_party_name, 'place': yrd_place, 'summary': yrd_summary, 'answer': yrd_answer})) as varchar) as secrets
from sent
