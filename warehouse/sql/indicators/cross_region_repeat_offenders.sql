-- grain: one penalty of a party that was penalised in two or more provinces in the window · source: penalty
-- A party counts once in each division.
with penalised as (
  select party_key, penalty_id, division_code, submission_id, ordinal
  from penalty
  where status <> 'withdrawn' and is_unlicensed_practice and party_key is not null
    and decision_date between window_start and least(window_end, published_on())
),
repeated as (
  select party_key
  from penalised
  group by party_key
  having count(distinct left(division_code, 2)) > 1
)
select
  division_code, 'numerator' as role, 1 as amount, party_key as unit_key, 'penalty' as table_name, penalty_id as row_key,
  submission_id, ordinal,
  ['id_number', 'credit_code', 'decision_date', 'violation_type', 'unlicensed', 'state', 'remark', 'division', 'authority_code', 'authority_name'] as columns_read
from penalised
where party_key in (select party_key from repeated)
