-- grain: one figure of a measure, or one report expected · source: observation, measure inspections
select *
from measure_sum('inspections', ['jiangsu-campaign-summary'], 'county', window_start, window_end)
