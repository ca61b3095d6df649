-- grain: one figure of a measure, or one report expected · source: observation, measure confiscated_amount
select *
from measure_sum('confiscated_amount', ['jiangsu-campaign-summary', 'zhongwei-case-summary'], 'county', window_start, window_end)
