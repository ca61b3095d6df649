-- grain: one figure of a measure, or one report expected · source: observation, measure fine_amount
select *
from measure_sum('fine_amount', ['jiangsu-campaign-summary', 'zhongwei-case-summary'], 'county', window_start, window_end)
