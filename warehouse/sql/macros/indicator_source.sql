-- parameters: id, window_start, window_end
-- grain: one row behind an indicator of a division, in one role · source: indicator_rows
select *
from indicator_rows(cast(window_start as date), cast(window_end as date))
where indicator_id = id
order by division_code, role, table_name, submission_id, sheet, row_key
