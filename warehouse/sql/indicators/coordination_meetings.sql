-- grain: one figure, or one report expected · source: observation, measure coordination_meetings
select *
from measure_sum('coordination_meetings', ['plan-activity'], 'town', window_start, window_end)
