-- grain: one figure, or one report expected · source: observation, measures patrol_tasks_done, patrol_tasks_due
select *
from measure_rows('patrol_tasks_done', ['plan-activity'], 'town', 'numerator', window_start, window_end)
union all
select *
from measure_rows('patrol_tasks_due', ['plan-activity'], 'town', 'denominator', window_start, window_end)
