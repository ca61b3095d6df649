-- grain: one figure, or one report expected · source: observation, measures key_areas, key_areas_reached
-- Both are states: of each town the last year in the window counts.
select *
from measure_latest('key_areas_reached', ['plan-activity'], 'town', 'numerator', window_start, window_end)
union all
select *
from measure_latest('key_areas', ['plan-activity'], 'town', 'denominator', window_start, window_end)
