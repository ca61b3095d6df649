-- grain: one figure that an office above sent of a division that reported itself · source: history.figure_beside
select *
from history.figure_beside
where known_to is null
