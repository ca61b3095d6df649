-- grain: one division with parties that were penalised in two or more provinces in the window · source: penalty
with penalised as (
  select party_key, division_code
  from penalty
  where status <> 'withdrawn' and is_unlicensed_practice and party_key is not null
    and decision_date between window_start and least(window_end, published_on())
),
repeated as (
  select party_key
  from penalised
  group by party_key
  having count(distinct left(division_code, 2)) > 1
),
placed as (
  select distinct unnest(divisions_above(division_code)) as division_code, party_key
  from penalised
  where party_key in (select party_key from repeated)
)
select
  division_code,
  count(*) as numerator,
  cast(null as decimal(20, 4)) as denominator,
  cast(count(*) as decimal(20, 4)) as value
from placed
group by division_code
