-- grain: one division at or above the reporters · source: observation, measure shutdowns
select *
from measure_sum('shutdowns', ['jiangsu-campaign-summary'], 'county', window_start, window_end)
