-- grain: one figure, or one report expected · source: observation, measures institutions_checked, key_institutions
-- Of each county the last check in the window counts, so that its institutions stand below the line once. The city sends one
-- report for all its counties.
select * replace (submission_id as report_key)
from measure_latest('institutions_checked', ['city-spot-check'], 'county', 'numerator', window_start, window_end)
union all
select * replace (submission_id as report_key)
from measure_latest('key_institutions', ['city-spot-check'], 'county', 'denominator', window_start, window_end)
