-- grain: one problem in the order of rows, of each kind the first thousand · source: issue
select *
from (select *, row_number() over (partition by code order by ordinal, field) as place from issue)
where place <= 1000
order by ordinal, code, field
