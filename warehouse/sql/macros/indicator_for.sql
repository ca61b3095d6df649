-- parameters: id, window_start, window_end
-- grain: one division for the indicator and window asked for · source: indicator_report
-- Days may be texts ('2022-01-01'). A window that ends before it begins, or that lacks a day, has no rows.
select *
from indicator_report(cast(window_start as date), cast(window_end as date))
where indicator_id = id
