-- grain: one division at or above the reporters · source: observation, measure publicity_sessions
select *
from measure_sum('publicity_sessions', ['publicity-summary'], 'county', window_start, window_end)
