-- grain: one division at or above the reporters · source: observation, measure licences_revoked · no form asks for it yet: only printed totals are known
select *
from measure_sum('licences_revoked', [], 'county', window_start, window_end)
