-- grain: one finding of one world · source: stored_finding, told_by_history
create table {world}_told as
select submission_id, code, severity, coalesce(sheet, '') as sheet, coalesce(cell, '') as cell, message, message_en
from stored_finding
union all
select submission_id, code, severity, coalesce(sheet, '') as sheet, coalesce(cell, '') as cell, message, message_en
from told_by_history
