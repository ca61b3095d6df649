-- grain: one figure of a measure, or one report expected · source: observation, measure shutdowns
select *
from measure_sum('shutdowns', ['jiangsu-campaign-summary'], 'county', window_start, window_end)
