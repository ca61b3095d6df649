-- grain: one problem of a submission that stands · source: history.finding
select *
from history.finding
where known_to is null
