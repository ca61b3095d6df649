-- grain: one figure of a measure, or one report expected · source: observation, measure referred_cases
select *
from measure_sum('referred_cases', ['jiangsu-campaign-summary'], 'county', window_start, window_end)
