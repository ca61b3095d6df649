-- grain: one record to be sent to a region, in the columns of the profile · source: published.lead_request, published.lead_record, former, secret
-- What the registers ask of it, by the division where it happens, and answer to it; what was sent before and is still the same
-- is left out. A change is the next version. What was taken back, or lies elsewhere now, is withdrawn as it was sent; a lead
-- that is only missing from a register stays as it is. Personal texts are there if identities are plain.
with wanted as (
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
    if(coalesce(record.party_kind, 'natural_person') = 'natural_person' and not getvariable('plain'),
      surname_only(secret.party_name), secret.party_name) as yrd_party_name,
    secret.party_key as yrd_party_key,
    if(getvariable('plain'), secret.place, null) as yrd_place,
    if(getvariable('plain'), secret.summary, null) as yrd_summary,
    'open' as yrd_lead_state,
    cast(null as varchar) as yrd_result,
    cast(null as varchar) as yrd_answered_on,
    cast(null as varchar) as yrd_answer,
    cast(null as varchar) as yrd_wsh
  from published.lead_request as request
  join published.lead_record as record using (submission_id, ordinal)
  left join secret using (submission_id, ordinal)
  where request.asked_by = 'ours' and request.status <> 'withdrawn'
    and list_has_any(getvariable('divisions'), [left(request.division_code, 2), left(request.division_code, 4), left(request.division_code, 6), request.division_code])
    and (request.asked = 'inform' or request.reply_due is not null)
  union all
  select
    request.region, request.lead_id, 'answer', request.division_code, cast(request.received_on as varchar), request.violation_group,
    request.practice_type, request.asked, cast(request.reply_due as varchar), cast(request.joint_from as varchar),
    cast(request.joint_to as varchar), null, request.shared_party_key, null, null,
    record.lead_state, record.result, cast(record.answered_on as varchar), if(getvariable('plain'), secret.answer, null), record.document_number
  from published.lead_request as request
  join published.lead_record as record on record.submission_id = request.answer_submission_id and record.ordinal = request.answer_ordinal
  left join secret on secret.submission_id = record.submission_id and secret.ordinal = record.ordinal
  where request.asked_by = 'theirs' and request.region = getvariable('region') and request.status <> 'withdrawn'
    and (record.lead_state <> 'closed' or record.result is not null)
),
last as (
  select *
  from former
  qualify row_number() over (partition by yrd_asker, yrd_lead_id, yrd_kind order by cast(yrd_version as integer) desc) = 1
),
changed as (
  select
    wanted.*,
    coalesce(cast(last.yrd_version as integer), 0) + 1 as yrd_version,
    if(last.yrd_version is null, 'published', 'amended') as yrd_state,
    cast(null as varchar) as yrd_changed_on
  from wanted
  left join last using (yrd_asker, yrd_lead_id, yrd_kind)
  where last.yrd_version is null or last.yrd_state = 'withdrawn'
    or content(wanted) <> content(last)
),
taken_back as (
  select
    last.* replace (cast(last.yrd_version as integer) + 1 as yrd_version, 'withdrawn' as yrd_state)
  from last
  join published.lead_request as request
    on request.lead_id = last.yrd_lead_id
    and request.asked_by = if(last.yrd_kind = 'ask', 'ours', 'theirs')
    and (last.yrd_kind = 'ask' or request.region = last.yrd_asker)
  where last.yrd_state <> 'withdrawn'
    and (last.yrd_asker, last.yrd_lead_id, last.yrd_kind) not in (select (yrd_asker, yrd_lead_id, yrd_kind) from wanted)
)
select * exclude (yrd_changed_on), if(yrd_state = 'published', null, cast(cast(getvariable('today') as date) as varchar)) as yrd_changed_on
from (
  select * from changed
  union all by name
  select * from taken_back
)
order by yrd_asker, yrd_lead_id, yrd_kind
