-- parameters: id, window_start, window_end
-- grain: one row behind an indicator of a division, in one role · source: indicator_rows
select *
from indicator_rows(window_start, window_end)
where indicator_id = id
order by division_code, role, table_name, submission_id, sheet, row_key
