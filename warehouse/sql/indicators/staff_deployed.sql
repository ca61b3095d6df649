-- grain: one division at or above the reporters · source: observation, measure staff_deployed · no form asks for it yet: only printed totals are known
select *
from measure_sum('staff_deployed', [], 'county', window_start, window_end)
