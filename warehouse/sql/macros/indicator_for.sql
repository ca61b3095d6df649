-- parameters: id, window_start, window_end
-- grain: one division for the indicator and window asked for · source: indicator_report
select *
from indicator_report(window_start, window_end)
where indicator_id = id
