-- grain: one additive figure · source: history.observation
select *
from history.observation
where known_to is null
