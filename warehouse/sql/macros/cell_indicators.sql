-- parameters: submission, sheet_name, cell_address, window_start, window_end
-- grain: one indicator and division that a cell feeds, in one role · source: fed_rows
-- evidence: sole, changed alone it changes the value, or does once it decides otherwise; shared, the rows of counted_with
-- would still count; possible, it counts nothing yet.
select distinct
  indicator_id, window_start as window_start, window_end as window_end, division_code, role, table_name, row_key, evidence, counted_with, decides
from fed_rows(window_start, window_end)
where submission_id = submission and sheet = sheet_name and address = cell_address
order by indicator_id, division_code, role, row_key, decides
