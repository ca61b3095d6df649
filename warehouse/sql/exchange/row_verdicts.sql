-- grain: one record of a submission that was not simply accepted, in the order of rows · source: record, a table of judged records
select cast(regexp_extract(cell, '[0-9]+$') as integer) as sheet_row, row_verdict, reasons
from record
where submission_id = ? and row_verdict <> 'accepted'
order by sheet_row
