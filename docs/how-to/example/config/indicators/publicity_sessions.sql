-- grain: one figure of a measure, or one report expected · source: observation, measure publicity_sessions
select *
from measure_sum('publicity_sessions', ['publicity-summary'], 'county', window_start, window_end)
