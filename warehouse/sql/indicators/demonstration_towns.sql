-- grain: one figure, or one report expected · source: observation, measure demonstration_towns
select *
from measure_sum('demonstration_towns', ['plan-activity'], 'town', window_start, window_end)
