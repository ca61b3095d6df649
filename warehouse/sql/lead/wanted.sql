-- grain: one record as a region should have it, in the columns of the profile without state and version · source: published.lead_request, published.lead_record, secret
-- What the registers ask of it, by the division where it happens, and what they answer to it. Personal texts are there if
-- identities are plain, numbers as keyed digests unless there are none.
select
  cast(getvariable('own') as varchar) as yrd_asker,
  request.lead_id as yrd_lead_id,
  'ask' as yrd_kind,
  request.division_code as yrd_division,
  cast(request.received_on as varchar) as yrd_received_on,
  request.violation_group as yrd_violation_group,
  nullif(request.practice_type, 'all') as yrd_practice_type,
  request.asked as yrd_asked,
  cast(request.reply_due as varchar) as yrd_reply_due,
  cast(record.joint_from as varchar) as yrd_joint_from,
  cast(record.joint_to as varchar) as yrd_joint_to,
  if(coalesce(record.party_kind, 'natural_person') = 'natural_person' and getvariable('identities') <> 'plain',
    nullif(surname_only(secret.person.party_name), ''), secret.person.party_name) as yrd_party_name,
  if(getvariable('identities') = 'none' or coalesce(secret.person.party_number, '') = '', null,
    coalesce(shared_key_of_person(half(secret.person.party_number)), shared_key_of_credit(half(secret.person.party_number)))) as yrd_party_key,
  if(getvariable('identities') = 'plain', secret.person.place, null) as yrd_place,
  if(getvariable('identities') = 'plain', secret.person.summary, null) as yrd_summary,
  'open' as yrd_lead_state,
  cast(null as varchar) as yrd_result,
  cast(null as varchar) as yrd_answered_on,
  cast(null as varchar) as yrd_answer,
  cast(null as varchar) as yrd_wsh
from published.lead_request as request
join published.lead_record as record using (submission_id, ordinal)
left join secret using (submission_id, ordinal)
where request.asked_by = 'ours' and request.status <> 'withdrawn'
  and lies_in(request.division_code) and request.received_on between getvariable('since') and getvariable('until')
  and (len(getvariable('practice_types')) = 0 or list_contains(getvariable('practice_types'), request.practice_type))
  and (request.asked = 'inform' or request.reply_due is not null)
union all
select
  request.region, request.lead_id, 'answer', request.division_code, cast(request.received_on as varchar), request.violation_group,
  request.practice_type, request.asked, cast(request.reply_due as varchar), cast(request.joint_from as varchar),
  cast(request.joint_to as varchar), null, request.shared_party_key, null, null,
  record.lead_state, record.result, cast(record.answered_on as varchar), if(getvariable('identities') = 'plain', secret.person.answer, null), record.document_number
from published.lead_request as request
join published.lead_record as record on record.submission_id = request.answer_submission_id and record.ordinal = request.answer_ordinal
left join secret on secret.submission_id = record.submission_id and secret.ordinal = record.ordinal
where request.asked_by = 'theirs' and request.region = getvariable('region') and request.status <> 'withdrawn'
  and (record.lead_state <> 'closed' or record.result is not null)
