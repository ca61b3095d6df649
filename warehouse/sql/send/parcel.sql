-- grain: one record as YRD-PEN 1 writes it · source: chosen, sealed_row
-- Persons as the agreement says: none and keyed mask names and leave numbers out, plain gives what was sent.
create or replace table parcel as
with secret as (
  select
    chosen.*,
    from_json(opened(concat(chosen.submission_id, '/', chosen.ordinal), to_base64(sealed_row.blob)), '{
      "party_name": "VARCHAR", "representative": "VARCHAR", "representative_id_type": "VARCHAR", "representative_id": "VARCHAR",
      "id_type": "VARCHAR", "id_number": "VARCHAR", "business_number": "VARCHAR", "organisation_code": "VARCHAR", "tax_number": "VARCHAR",
      "institution_number": "VARCHAR", "society_number": "VARCHAR", "facts": "VARCHAR", "content": "VARCHAR", "licence": "VARCHAR",
      "remark": "VARCHAR", "birth_date": "VARCHAR", "address": "VARCHAR"}') as person
  from chosen
  left join sealed_row on sealed_row.submission_id = chosen.submission_id and sealed_row.ordinal = chosen.ordinal
),
named as (
  select
    *,
    getvariable('identities') = 'plain' as is_plain,
    party_kind = 'natural_person' as is_person,
    party_kind = 'natural_person' or coalesce(person.party_name = person.representative, false) as is_person_named,
    half(person.id_number) as identity,
    case when identity_fault(credit_code) is not null or credit_fault(credit_code) is null then credit_code end as credit
  from secret
),
masked as (
  select
    *,
    case when is_plain or not is_person_named then person.party_name else surname_only(person.party_name) end as name,
    case when is_person_named then person.party_name end as person_named
  from named
),
worded as (
  select
    *,
    if(is_plain, person.facts, without_persons(person.facts, person_named, person.representative)) as facts,
    if(is_plain, person.content, without_persons(person.content, person_named, person.representative)) as content,
    if(is_plain, person.licence, without_persons(person.licence, person_named, person.representative)) as licence,
    if(is_plain, person.remark, without_persons(person.remark, person_named, person.representative)) as remark
  from masked
)
select
  position, penalty_id, sent_version, sent_state, content_digest,
  name as CF_XDR_MC,
  case party_kind when 'natural_person' then '自然人' when 'sole_trader' then '个体工商户' else '法人及非法人组织' end as CF_XDR_LB,
  credit as CF_XDR_SHXYM,
  if(is_plain or not is_person, person.business_number, null) as CF_XDR_GSZC,
  if(is_plain or not is_person, person.organisation_code, null) as CF_XDR_ZZJG,
  if(is_plain or not is_person, person.tax_number, null) as CF_XDR_SWDJ,
  if(is_plain or not is_person, person.institution_number, null) as CF_XDR_SYDW,
  if(is_plain or not is_person, person.society_number, null) as CF_XDR_SHZZ,
  if(is_plain, person.representative, null) as CF_FRDB,
  if(is_plain, person.representative_id_type, null) as CF_FR_ZJLX,
  if(is_plain, person.representative_id, null) as CF_FR_ZJHM,
  if(is_plain, person.id_type, null) as CF_XDR_ZJLX,
  if(is_plain, person.id_number, null) as CF_XDR_ZJHM,
  document_number as CF_WSH,
  if(is_plain, violation_type, without_persons(violation_type, person_named, person.representative)) as CF_WFXW,
  facts as CF_SY,
  legal_basis as CF_YJ,
  coalesce(regexp_replace(trim(kinds_sent, ' 　;；、，,'), '[ 　]*[;；、，,]+[ 　]*', ';', 'g'), '') as CF_CFLB,
  content as CF_NR,
  ten_thousands(fine_yuan) as CF_NR_FK,
  ten_thousands(confiscated_yuan) as CF_NR_WFFF,
  licence as CF_NR_ZKDX,
  cast(decision_date as varchar) as CF_JDRQ,
  cast(valid_until as varchar) as CF_YXQ,
  cast(display_until as varchar) as CF_GSJZQ,
  authority_name as CF_CFJG,
  authority_code as CF_CFJGDM,
  coalesce(source_name, authority_name) as CF_SJLY,
  coalesce(source_code, authority_code) as CF_SJLYDM,
  remark as BZ,
  sent_state as YRD_STATE,
  cast(sent_version as varchar) as YRD_VERSION,
  case when sent_state <> 'published' then cast(coalesce(changed_on, cast(received_at as date)) as varchar) end as YRD_CHANGED_ON,
  case
    when sent_state = 'published' then null
    when change_reason in ('reconsideration', 'court', 'corrected', 'data_error', 'other') then change_reason
    when change_reason like '%复议%' then 'reconsideration'
    when regexp_matches(change_reason, '诉讼|法院|判决') then 'court'
    when regexp_matches(change_reason, '自行|纠正') then 'corrected'
    when change_reason like '%数据%' then 'data_error'
    when change_reason is not null then 'other'
  end as YRD_CHANGE_REASON,
  division_code as YRD_DIVISION,
  practice_type as YRD_PRACTICE_TYPE,
  if(is_unlicensed_practice, '1', '0') as YRD_UNLICENSED,
  ten_thousands(total_yuan) as YRD_TOTAL,
  case amount_state when 'reported' then 'known' when 'total_only' then 'total_only' when 'not_applicable' then 'none' else 'unknown' end as YRD_AMOUNT_STATE,
  cast(stated_prior_penalties as varchar) as YRD_PRIOR_PENALTIES,
  cast(referral_decided_on as varchar) as YRD_REFERRAL_DECIDED_ON,
  cast(referred_on as varchar) as YRD_REFERRED_ON,
  referred_to as YRD_REFERRED_TO,
  cast(police_answered_on as varchar) as YRD_POLICE_ANSWERED_ON,
  risk_point_key as YRD_RISK_POINT,
  case when getvariable('identities') = 'keyed' then
    case party_kind
      when 'natural_person' then shared_key_of_person(identity)
      when 'sole_trader' then coalesce(shared_key_of_credit(credit), shared_key_of_person(identity))
      else shared_key_of_credit(credit)
    end
  end as YRD_PARTY_KEY,
  if(is_plain, cast(usual_day(person.birth_date) as varchar), null) as YRD_BIRTH_DATE,
  if(is_plain, person.address, null) as YRD_ADDRESS,
  -- What of it was not told, by column.
  if(is_plain, '', concat_ws(' ',
    if(name <> person.party_name, 'CF_XDR_MC', null), if(person.representative is not null, 'CF_FRDB', null),
    if(person.representative_id is not null, 'CF_FR_ZJHM', null), if(person.id_number is not null, 'CF_XDR_ZJHM', null),
    if(facts <> person.facts, 'CF_SY', null), if(content <> person.content, 'CF_NR', null),
    if(licence <> person.licence, 'CF_NR_ZKDX', null), if(remark <> person.remark, 'BZ', null),
    if(person.birth_date is not null, 'YRD_BIRTH_DATE', null), if(person.address is not null, 'YRD_ADDRESS', null))) as withheld
from worded
