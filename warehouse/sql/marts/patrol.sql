-- grain: one visit of a patrol · source: history.patrol
select *
from history.patrol
where known_to is null
