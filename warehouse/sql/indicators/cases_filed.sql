-- grain: one division at or above the reporters · source: observation, measure cases_filed · no form asks for it yet: only printed totals are known
select *
from measure_sum('cases_filed', [], 'county', window_start, window_end)
