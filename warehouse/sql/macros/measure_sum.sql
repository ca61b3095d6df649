-- parameters: measure, forms, reporter_level, window_start, window_end
-- grain: one figure of a measure, or one report expected · source: measure_rows
-- For an indicator that adds up one measure.
select *
from measure_rows(measure, forms, reporter_level, 'numerator', window_start, window_end)
