-- grain: one party found practising again · source: history.lookback_case
select *
from history.lookback_case
where known_to is null
