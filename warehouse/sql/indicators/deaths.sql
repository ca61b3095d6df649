-- grain: one division at or above the reporters · source: observation, measure deaths · no form asks for it yet: only printed totals are known
select *
from measure_sum('deaths', [], 'county', window_start, window_end)
