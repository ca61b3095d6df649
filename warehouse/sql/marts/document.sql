-- grain: one document · source: history.document
select *
from history.document
where known_to is null
