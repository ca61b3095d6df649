-- grain: no rows · source: none yet, printed totals only
select *
from printed_only()
