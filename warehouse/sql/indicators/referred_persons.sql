-- grain: one division at or above the reporters · source: observation, measure referred_persons · no form asks for it yet: only printed totals are known
select *
from measure_sum('referred_persons', [], 'county', window_start, window_end)
