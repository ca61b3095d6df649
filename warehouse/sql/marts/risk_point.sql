-- grain: one risk point · source: history.risk_point
select *
from history.risk_point
where known_to is null
