-- grain: one finding or referral of a person to be referred or referred in the window · source: referral_trigger, penalty
-- A person counts once in each division, however many findings there are. Without a number the penalty stands for the person.
-- A referral of a window before is one of this window only if it is that of the finding itself: the police may have come first.
-- Wherever a person was referred, that counts in every division that found the person; the row is listed in each.
with found as (
  select
    division_code, party_key as person, trigger_id as penalty_id, earlier_penalty_ids,
    coalesce(referred_on <= least(window_end, published_on()), false) as is_referred
  from referral_trigger
  where decision_date between window_start and least(window_end, published_on())
),
event as (
  select division_code, person, penalty_id, is_referred from found
  union
  select division_code, coalesce(party_key, penalty_id), penalty_id, true
  from penalty
  where status <> 'withdrawn' and referred_on between window_start and least(window_end, published_on())
),
row_behind as (
  select division_code, 'denominator' as role, 1 as amount, person, penalty_id from event
  union
  select place.division_code, 'numerator', 1, person, event.penalty_id
  from event
  join (select distinct division_code, person from event) as place using (person)
  where event.is_referred
  union
  select division_code, 'context', 0, person, unnest(string_split(earlier_penalty_ids, ' '))
  from found
)
select
  row_behind.division_code, row_behind.role, row_behind.amount, row_behind.person as unit_key,
  'penalty' as table_name, penalty_id as row_key, penalty.submission_id, penalty.ordinal,
  ['id_number', 'credit_code', 'decision_date', 'violation_type', 'unlicensed', 'referral_decided_on', 'referred_on', 'state', 'remark', 'division',
    'authority_code', 'authority_name'] as columns_read
from row_behind
left join penalty using (penalty_id)
