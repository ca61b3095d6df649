-- grain: one penalty for unlicensed practice that is in force, with what came before it · source: core.penalty_version
-- Effective penalties of the same party anywhere, decided on an earlier day.
with current as (
  select *
  from core.penalty_version
  where known_to is null and change <> 'withdrawn' and is_unlicensed_practice and party_key is not null
)
select
  penalty_id, party_key, decision_date,
  count(*) over (
    partition by party_key order by decision_date range between unbounded preceding and interval 1 day preceding) as earlier_penalties
from current
