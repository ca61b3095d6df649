-- grain: one distinct text that Java reads · source: record_text
select distinct kind, text
from (
  select 'AMOUNT' as kind, unnest([fine, confiscated, total]) as text
  from record_text
  where fine is not null and usual_amount(fine) is null or confiscated is not null and usual_amount(confiscated) is null
    or total is not null and usual_amount(total) is null
  union all
  select 'RESULT', content
  from record_text
  where not usual_result(content) and (not getvariable('has_amounts') or usual_amount(fine) is null and usual_amount(confiscated) is null)
  union all
  select 'DAY', day
  from (
    select unnest([decision_date, display_until, updated_on, changed_on, referral_decided_on, referred_on, police_answered_on]) as day
    from record_text
  )
  where usual_day(day) is null
  union all
  select 'KINDS', concat_ws(';', kinds, second_kind) from record_text
  union all
  select 'PARTY_KIND', party_kind from record_text
  union all
  select 'PRACTICE', practice_type from record_text
  union all
  select 'STATE', state from record_text
  union all
  select 'AUTHORITY', authority_name from record_text where division is null and (authority_code is null or credit_fault(half(authority_code)) is not null)
)
where text is not null and text <> ''
