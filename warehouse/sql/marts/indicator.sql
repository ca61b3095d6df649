-- grain: one indicator, three-year window and division · source: indicator_windows
select *
from indicator_windows()
