-- grain: one complaint or lead · source: history.lead
select *
from history.lead
where known_to is null
