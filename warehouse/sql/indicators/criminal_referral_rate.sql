-- grain: one division with persons to be referred or referred in the window · source: referral_trigger, penalty
-- A person counts once in each division, however many findings there are. Without a number the penalty stands for the person.
-- A referral of a window before is one of this window only if it is that of the finding itself: the police may have come first.
with event as (
  select division_code, party_key as person
  from referral_trigger
  where decision_date between window_start and least(window_end, published_on())
  union
  select division_code, coalesce(party_key, penalty_id)
  from penalty
  where status <> 'withdrawn' and referred_on between window_start and least(window_end, published_on())
),
referral as (
  select party_key as person
  from referral_trigger
  where decision_date between window_start and least(window_end, published_on()) and referred_on <= least(window_end, published_on())
  union
  select coalesce(party_key, penalty_id)
  from penalty
  where status <> 'withdrawn' and referred_on between window_start and least(window_end, published_on())
),
placed as (
  select distinct unnest(divisions_above(division_code)) as division_code, person
  from event
)
select
  division_code,
  count(referral.person) as numerator,
  count(*) as denominator,
  percentage(count(referral.person), count(*)) as value
from placed
left join referral using (person)
group by division_code
