-- grain: one finding that comes, goes or gets another sentence · source: before_told, after_told
-- Several of one code may stand at one cell: they are paired one to one, in the order of their sentences.
create table changed_finding as
with coming as (
  select *, row_number() over (partition by submission_id, code, severity, sheet, cell order by message, message_en) as place
  from (select * from after_told except all select * from before_told)
),
going as (
  select *, row_number() over (partition by submission_id, code, severity, sheet, cell order by message, message_en) as place
  from (select * from before_told except all select * from after_told)
)
select coming.* exclude (place), if(going.place is null, 'comes', 'reworded') as change
from coming
left join going using (submission_id, code, severity, sheet, cell, place)
union all
select going.* exclude (place), 'goes' as change
from going
anti join coming using (submission_id, code, severity, sheet, cell, place)
