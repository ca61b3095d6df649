-- grain: one register line of any register · source: the register tables, one statement for each, put together by union all
select '{table}' as table_name, submission_id, line_key, sheet, cell
from {table}
