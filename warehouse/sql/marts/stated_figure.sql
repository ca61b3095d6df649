-- grain: one figure that must not be added up · source: history.stated_figure
select *
from history.stated_figure
where known_to is null
