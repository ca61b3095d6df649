-- grain: one finding of a party that had two earlier effective penalties for unlicensed practice, and time span in which that was known · source: history.penalty, rule_value
-- Earlier ones count wherever they were imposed, as long as they are known and not withdrawn; each change of what is known of
-- the finding or of an earlier one begins another span.
with rule as (
  select valid_from, coalesce(valid_to, date '9999-12-31') as valid_to, value as earlier_least, law
  from rule_value
  where rule_id = 'criminal-trigger' and name = 'earlier_penalties'
),
in_force as (
  select *
  from history.penalty
  where status <> 'withdrawn' and is_unlicensed_practice and party_key is not null and (known_to is null or known_to > known_from)
),
repeated as (
  select *
  from in_force
  where party_key in (
    select party_key from in_force group by party_key having count(distinct penalty_id) > (select min(earlier_least) from rule))
),
pair as (
  select
    again.penalty_id, again.known_from as version_from, again.known_to as version_to,
    earlier.penalty_id as earlier_id, earlier.decision_date, earlier.document_number, earlier.authority_name, earlier.division_code,
    greatest(again.known_from, earlier.known_from) as pair_from,
    least(again.known_to, earlier.known_to) as pair_to
  from repeated as again
  join repeated as earlier
    on earlier.party_key = again.party_key and earlier.penalty_id <> again.penalty_id and earlier.decision_date < again.decision_date
    and earlier.known_from < coalesce(again.known_to, timestamptz '9999-12-31')
    and again.known_from < coalesce(earlier.known_to, timestamptz '9999-12-31')
),
moment as (
  select penalty_id, version_from, version_to, pair_from as known_from from pair
  union
  select penalty_id, version_from, version_to, pair_to from pair where pair_to is not null and pair_to is distinct from version_to
),
span as (
  select *, coalesce(lead(known_from) over (partition by penalty_id, version_from order by known_from), version_to) as known_to
  from moment
),
evidence as (
  select
    span.penalty_id, span.version_from, span.known_from, span.known_to,
    count(*) as earlier_penalties,
    string_agg(earlier_id, ' ' order by decision_date, earlier_id) as earlier_penalty_ids,
    string_agg(concat_ws(' ', document_number, authority_name, cast(decision_date as varchar)), '；' order by decision_date, earlier_id) as evidence,
    list(left(division_code, 2)) as provinces
  from span
  join pair
    on pair.penalty_id = span.penalty_id and pair.version_from = span.version_from
    and pair.pair_from <= span.known_from and (pair.pair_to is null or pair.pair_to > span.known_from)
  group by all
),
found as (
  select
    evidence.known_from, evidence.known_to,
    {
      trigger_id: again.penalty_id, party_key: again.party_key, decision_date: again.decision_date, division_code: again.division_code,
      document_number: again.document_number, authority_name: again.authority_name, earlier_penalties: evidence.earlier_penalties,
      earlier_penalty_ids: evidence.earlier_penalty_ids, evidence: evidence.evidence,
      provinces: len(list_distinct(list_append(evidence.provinces, left(again.division_code, 2)))),
      referred: again.referred, referral_decided_on: again.referral_decided_on, referred_on: again.referred_on, law: rule.law
    } as told
  from evidence
  join repeated as again on again.penalty_id = evidence.penalty_id and again.known_from = evidence.version_from
  join rule on again.decision_date between rule.valid_from and rule.valid_to
  where evidence.earlier_penalties >= rule.earlier_least
),
placed as (
  select *, lag(told) over spans is distinct from told or lag(known_to) over spans is distinct from known_from as is_new
  from found
  window spans as (partition by told.trigger_id order by known_from)
),
numbered as (
  select *, count(*) filter (is_new) over (partition by told.trigger_id order by known_from) as number
  from placed
)
select
  unnest(any_value(told)),
  min(known_from) as known_from,
  case when count(known_to) = count(*) then max(known_to) end as known_to
from numbered
group by told.trigger_id, number
