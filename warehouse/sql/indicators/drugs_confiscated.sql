-- grain: one division at or above the reporters · source: observation, measure drugs_confiscated · no form asks for it yet: only printed totals are known
select *
from measure_sum('drugs_confiscated', [], 'county', window_start, window_end)
