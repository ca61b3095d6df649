-- grain: one figure of a measure, or one report expected · source: observation, measure lookback_relapsed_units
select *
from measure_sum('lookback_relapsed_units', ['jiangsu-lookback'], 'county', window_start, window_end)
