-- grain: one division at or above the reporters · source: observation, measure sentenced_cases · no form asks for it yet: only printed totals are known
select *
from measure_sum('sentenced_cases', [], 'county', window_start, window_end)
