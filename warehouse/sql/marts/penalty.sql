-- grain: one penalty as it stands; a withdrawn one is kept with its status · source: history.penalty
select *
from history.penalty
where known_to is null
