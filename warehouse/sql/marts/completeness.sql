-- grain: one expected report, as it stands · source: history.completeness
select *
from history.completeness
where known_to is null
