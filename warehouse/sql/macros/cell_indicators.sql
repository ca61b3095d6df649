-- parameters: submission, sheet_name, address, window_start, window_end
-- grain: one indicator and division that a cell feeds, in one role · source: indicator_rows
select indicator_id, window_start as window_start, window_end as window_end, division_code, role, table_name, row_key
from indicator_rows(window_start, window_end)
where submission_id = submission and sheet = sheet_name and list_contains(cells, address)
order by indicator_id, division_code, role, row_key
