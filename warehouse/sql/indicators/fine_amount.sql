-- grain: one division at or above the reporters · source: observation, measure fine_amount
select *
from measure_sum('fine_amount', ['jiangsu-campaign-summary', 'zhongwei-case-summary'], 'county', window_start, window_end)
