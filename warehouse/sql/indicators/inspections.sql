-- grain: one division at or above the reporters · source: observation, measure inspections
select *
from measure_sum('inspections', ['jiangsu-campaign-summary'], 'county', window_start, window_end)
