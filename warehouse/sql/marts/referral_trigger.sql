-- grain: one finding of a party that had two earlier effective penalties for unlicensed practice · source: penalty, rule_value
-- Earlier ones count wherever they were imposed; a withdrawn one does not.
with in_force as (
  select *
  from penalty
  where status <> 'withdrawn' and is_unlicensed_practice and party_key is not null
),
rule as (
  select valid_from, coalesce(valid_to, date '9999-12-31') as valid_to, value as earlier_least, law
  from rule_value
  where rule_id = 'criminal-trigger' and name = 'earlier_penalties'
),
pair as (
  select
    again.penalty_id, earlier.penalty_id as earlier_id, earlier.decision_date, earlier.document_number, earlier.authority_name, earlier.division_code
  from in_force as again
  join in_force as earlier on earlier.party_key = again.party_key and earlier.decision_date < again.decision_date
),
evidence as (
  select
    penalty_id,
    count(*) as earlier_penalties,
    string_agg(earlier_id, ' ' order by decision_date, earlier_id) as earlier_penalty_ids,
    string_agg(concat_ws(' ', document_number, authority_name, cast(decision_date as varchar)), '；' order by decision_date, earlier_id) as evidence,
    list(left(division_code, 2)) as provinces
  from pair
  group by penalty_id
)
select
  again.penalty_id as trigger_id,
  again.party_key, again.decision_date, again.division_code, again.document_number, again.authority_name,
  evidence.earlier_penalties, evidence.earlier_penalty_ids, evidence.evidence,
  len(list_distinct(list_append(evidence.provinces, left(again.division_code, 2)))) as provinces,
  again.referred, again.referral_decided_on, again.referred_on, rule.law
from in_force as again
join evidence using (penalty_id)
join rule on again.decision_date between rule.valid_from and rule.valid_to
where evidence.earlier_penalties >= rule.earlier_least
