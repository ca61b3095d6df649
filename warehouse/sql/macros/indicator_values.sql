-- parameters: window_start, window_end
-- grain: one indicator and division as reported · source: indicator_values_on
select * exclude (is_comparable)
from indicator_values_on(window_start, window_end, cast(null as date))
