-- grain: one problem to be told · source: issue; of each kind the first 1000, the counts stay exact
select code, field, sent, expected, arguments, record.sheet_row
from issue
join record using (ordinal)
qualify row_number() over (partition by code order by ordinal, field) <= 1000
order by ordinal, code, field
