-- grain: one penalty of a party that was penalised in two or more provinces in the window, in each place of that party · source: penalty
-- A party counts once in each division. Its penalties elsewhere count there; here they are why it is listed.
with penalised as (
  select party_key, penalty_id, division_code, submission_id, ordinal
  from penalty
  where status <> 'withdrawn' and is_unlicensed_practice and party_key is not null
    and decision_date between window_start and least(window_end, published_on())
),
repeated as (
  select *
  from penalised
  where party_key in (select party_key from penalised group by party_key having count(distinct left(division_code, 2)) > 1)
),
placed as (
  select distinct division_code, party_key from repeated
)
select
  placed.division_code, if(placed.division_code = repeated.division_code, 'numerator', 'context') as role,
  if(placed.division_code = repeated.division_code, 1, 0) as amount, repeated.party_key as unit_key,
  'penalty' as table_name, repeated.penalty_id as row_key, repeated.submission_id, repeated.ordinal,
  ['id_number', 'credit_code', 'decision_date', 'violation_type', 'unlicensed', 'state', 'remark', 'division', 'authority_code', 'authority_name'] as columns_read
from repeated
join placed using (party_key)
