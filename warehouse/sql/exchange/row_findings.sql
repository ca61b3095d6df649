-- grain: one problem told of a record of a submission, in the order it was told · source: finding
select cast(regexp_extract(cell, '[0-9]+$') as integer) as sheet_row, regexp_extract(cell, '^[A-Z]+') as sheet_column, code, severity, message, message_en
from finding
where submission_id = ? and severity in ('error', 'warning') and regexp_matches(cell, '^[A-Z]+[0-9]+$')
order by ordinal
