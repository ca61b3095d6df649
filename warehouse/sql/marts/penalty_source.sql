-- grain: one row of a sheet of penalty records · source: history.penalty_source
select *
from history.penalty_source
where known_to is null
