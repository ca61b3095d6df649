-- grain: one record, read · source: record_text, text_reading
-- What is personal becomes a key or a mask here; nothing of this table names anybody.
with reading as materialized (
  select * from text_reading
),
violation as materialized (
  select
    violation_type,
    regexp_matches(replace(violation_type, ' ', ''), getvariable('unlicensed_pattern'))
      and not regexp_matches(violation_type, getvariable('exception_pattern')) as is_unlicensed
  from (select distinct violation_type from record_text where violation_type is not null)
),
office as materialized (
  select
    authority_name, authority_code, name_words(authority_name) as authority_key, half(authority_code) as authority_credit,
    credit_fault(half(authority_code)) as authority_fault
  from (select distinct authority_name, authority_code from record_text)
),
cited as materialized (
  select legal_basis, arg_min(basis.rule, basis.position) as rule
  from (select distinct legal_basis from record_text where legal_basis is not null) as written
  join basis on replace(written.legal_basis, ' ', '') like basis.pattern
  group by legal_basis
),
told as (
  select
    sent.*,
    document_parts(sent.document_number) as parts,
    half(sent.credit_code) as credit,
    half(sent.id_number) as identity,
    half(sent.representative_id) as representative_identity,
    office.authority_key,
    office.authority_credit,
    office.authority_fault,
    coalesce(usual_day(sent.decision_date), decided.day) as decided_on,
    coalesce(usual_day(sent.display_until), displayed.day) as displayed_until,
    coalesce(usual_day(sent.changed_on), changed.day, usual_day(sent.updated_on), updated.day) as stated_on,
    coalesce(usual_amount(sent.fine) * getvariable('unit_factor'), fined.fine) as column_fine,
    coalesce(usual_amount(sent.confiscated) * getvariable('unit_factor'), taken.fine) as column_confiscated,
    coalesce(usual_amount(sent.total) * getvariable('unit_factor'), summed.fine) as column_total,
    usual_amount(sent.fine) is null and fined.fine is not null or usual_amount(sent.confiscated) is null and taken.fine is not null as in_words,
    sent.fine is not null and usual_amount(sent.fine) is null and fined.fine is null
      or sent.confiscated is not null and usual_amount(sent.confiscated) is null and taken.fine is null as is_unreadable,
    case when usual_result(sent.content) then result_fine(sent.content) else result.fine end as text_fine,
    case when usual_result(sent.content) then result_confiscated(sent.content) else result.confiscated end as text_confiscated,
    result.total as text_total,
    not usual_result(sent.content) and (result.fine is not null or result.confiscated is not null) as result_in_words,
    kind.code as kind_codes,
    party.code as party_code,
    practice.code as practice_code,
    stated.code as state_code,
    place.code as authority_division
  from record_text as sent
  left join office
    on office.authority_name is not distinct from sent.authority_name and office.authority_code is not distinct from sent.authority_code
  left join reading as decided on decided.kind = 'DAY' and decided.text = sent.decision_date
  left join reading as displayed on displayed.kind = 'DAY' and displayed.text = sent.display_until
  left join reading as changed on changed.kind = 'DAY' and changed.text = sent.changed_on
  left join reading as updated on updated.kind = 'DAY' and updated.text = sent.updated_on
  left join reading as fined on fined.kind = 'AMOUNT' and fined.text = sent.fine
  left join reading as taken on taken.kind = 'AMOUNT' and taken.text = sent.confiscated
  left join reading as summed on summed.kind = 'AMOUNT' and summed.text = sent.total
  left join reading as result on result.kind = 'RESULT' and result.text = sent.content
  left join reading as kind on kind.kind = 'KINDS' and kind.text = concat_ws(';', sent.kinds, sent.second_kind)
  left join reading as party on party.kind = 'PARTY_KIND' and party.text = sent.party_kind
  left join reading as practice on practice.kind = 'PRACTICE' and practice.text = sent.practice_type
  left join reading as stated on stated.kind = 'STATE' and stated.text = sent.state
  left join reading as place on place.kind = 'AUTHORITY' and place.text = sent.authority_name
),
judged as (
  select
    *,
    case
      when party_code is not null then party_code
      when getvariable('party') = 'organisation' then if(credit like '92%', 'sole_trader', 'organisation')
      when getvariable('party') = 'natural_person' then 'natural_person'
      when credit is not null then if(credit like '92%', 'sole_trader', 'organisation')
      when identity is not null then 'natural_person'
      when length(party_name) > 4 then 'organisation'
      else 'natural_person'
    end as kind_of_party,
    -- The column says 万元 and was filled in yuan: the text says so.
    column_fine = text_fine * 10000 and text_fine > 0 as fine_is_yuan,
    column_confiscated = text_confiscated * 10000 and text_confiscated > 0 as confiscated_is_yuan
  from told
),
settled as (
  select
    *,
    case kind_of_party when 'natural_person' then identity else credit end as number_of_party,
    coalesce(regexp_matches(case kind_of_party when 'natural_person' then identity else credit end, '[*]|X{3,}|某'), false) as is_masked,
    identity_fault(identity) as fault_of_identity,
    credit_fault(credit) as fault_of_credit,
    case when fine_is_yuan then text_fine else coalesce(column_fine, text_fine) end as fine_yuan,
    case when confiscated_is_yuan then text_confiscated else coalesce(column_confiscated, text_confiscated) end as confiscated_yuan
  from judged
)
select
  ordinal,
  sheet_row,
  document_number,
  document_key(parts, document_number) as document_key,
  coalesce(parts.number, '') <> '' as is_number_usual,
  decided_on as decision_date,
  authority_name,
  authority_credit as authority_code,
  authority_key,
  source_name,
  half(source_code) as source_code,
  coalesce(
    case when regexp_full_match(half(division), '[0-9]{6}([0-9]{3})?') then half(division) end,
    case when authority_fault is null then substr(authority_credit, 3, 6) end,
    authority_division,
    cast(getvariable('sender_division') as varchar)
  ) as division_code,
  kind_of_party as party_kind,
  case
    when number_of_party is null then 'missing'
    when is_masked then 'masked'
    when kind_of_party = 'natural_person' and fault_of_identity is not null then 'faulty'
    when kind_of_party <> 'natural_person' and fault_of_credit is not null then 'faulty'
    else 'full'
  end as identity_state,
  -- 无, 不详 and 000000 are no numbers: nobody is one with somebody else for them.
  case
    when is_masked or number_of_party is null then null
    when if(kind_of_party = 'natural_person', fault_of_identity, fault_of_credit) is null
      or regexp_matches(number_of_party, '[0-9]{5}') and number_of_party <> repeat(left(number_of_party, 1), length(number_of_party))
      then keyed(concat(if(kind_of_party = 'natural_person', 'person|', 'organisation|'), number_of_party))
  end as party_key,
  keyed(concat('name|', name_words(party_name))) as name_key,
  case when kind_of_party <> 'natural_person' then credit end as credit_code,
  case when not (is_masked and kind_of_party = 'natural_person') then fault_of_identity end as identity_fault,
  masked(identity) as shown_identity,
  case when not regexp_matches(representative_identity, '[*]|X{3,}') then identity_fault(representative_identity) end as representative_fault,
  masked(representative_identity) as shown_representative,
  case when not (is_masked and kind_of_party <> 'natural_person') then fault_of_credit end as credit_fault,
  credit as shown_credit,
  authority_fault,
  settled.violation_type,
  coalesce(half(unlicensed) in ('1', '是', 'TRUE', 'Y'), violation.is_unlicensed, false) as is_unlicensed_practice,
  case
    when coalesce(half(unlicensed) in ('1', '是', 'TRUE', 'Y'), violation.is_unlicensed, false)
      then coalesce(practice_code, word.code, getvariable('otherwise'))
  end as practice_type,
  settled.legal_basis,
  cited.rule,
  kind_codes as penalty_kinds,
  nullif(concat_ws(';', kinds, second_kind), '') as kinds_sent,
  cast(fine_yuan as decimal(20, 4)) as fine_yuan,
  cast(confiscated_yuan as decimal(20, 4)) as confiscated_yuan,
  cast(coalesce(nullif(coalesce(fine_yuan, 0) + coalesce(confiscated_yuan, 0), 0), column_total, text_total,
    case when fine_yuan is not null or confiscated_yuan is not null then 0 end) as decimal(20, 4)) as total_yuan,
  case
    when is_unreadable and fine_yuan is null and confiscated_yuan is null then 'unreadable'
    when fine_yuan is not null or confiscated_yuan is not null then 'reported'
    when coalesce(column_total, text_total) is not null then 'total_only'
    when kind_codes is not null and not regexp_matches(kind_codes, 'fine|confiscation') then 'not_applicable'
    else 'blank'
  end as amount_state,
  fine,
  confiscated,
  fine_is_yuan,
  confiscated_is_yuan,
  cast(column_fine as decimal(20, 4)) as column_fine,
  cast(column_confiscated as decimal(20, 4)) as column_confiscated,
  cast(text_fine as decimal(20, 4)) as text_fine,
  cast(text_confiscated as decimal(20, 4)) as text_confiscated,
  in_words or (result_in_words and not getvariable('has_amounts')) as in_words,
  is_unreadable,
  displayed_until as display_until,
  usual_day(valid_until) as valid_until,
  decision_date as decision_date_sent,
  display_until as display_until_sent,
  case
    when state is not null and state_code is null and getvariable('has_states') then 'unknown'
    when state_code in ('amended', 'withdrawn') then state_code
    when regexp_matches(remark, getvariable('withdrawn_pattern')) then 'withdrawn'
    when regexp_matches(remark, getvariable('amended_pattern')) then 'amended'
    else 'stands'
  end as change,
  state,
  stated_on as changed_on,
  change_reason,
  try_cast(half(version) as integer) as stated_version,
  try_cast(half(prior_penalties) as integer) as stated_prior_penalties,
  usual_day(referral_decided_on) as referral_decided_on,
  usual_day(referred_on) as referred_on,
  referred_to,
  usual_day(police_answered_on) as police_answered_on,
  risk_point_key,
  shared_party_key,
  party_name is null as is_nameless,
  md5(concat_ws(chr(31), party_name, party_kind, credit_code, business_number, organisation_code, tax_number, institution_number, society_number,
    representative, representative_id, id_type, id_number, document_number, settled.violation_type, facts, settled.legal_basis, kinds, second_kind, content,
    fine, confiscated, licence, decision_date, valid_until, display_until, authority_name, authority_code, source_name, source_code, remark, state, division)) as row_digest,
  [party_name is null, document_number is null, settled.violation_type is null, facts is null, settled.legal_basis is null, kinds is null, content is null,
    decision_date is null, authority_name is null, authority_code is null, source_name is null, source_code is null] as is_blank
from settled
left join violation on violation.violation_type = settled.violation_type
left join cited on cited.legal_basis = settled.legal_basis
left join practice_word as word
  on word.word = regexp_extract(replace(facts, coalesce(party_name, '　'), ''), getvariable('practice_pattern'))
