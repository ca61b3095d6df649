-- grain: one line of the register · source: history.{table}
select *
from history.{table}
where known_to is null
