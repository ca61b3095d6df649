-- grain: one form in one delivery, as it stands · source: history.submission
select *
from history.submission
where known_to is null
