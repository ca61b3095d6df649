-- grain: one finding that comes, goes or gets another sentence · source: before_told, after_told
create table changed_finding as
with coming as (
  select * from after_told except all select * from before_told
),
going as (
  select * from before_told except all select * from after_told
),
reworded as (
  select distinct coming.submission_id, coming.code, coming.severity, coming.sheet, coming.cell
  from coming
  join going using (submission_id, code, severity, sheet, cell)
)
select coming.*, if(reworded.code is null, 'comes', 'reworded') as change
from coming
left join reworded using (submission_id, code, severity, sheet, cell)
union all
select going.*, 'goes' as change
from going
anti join reworded using (submission_id, code, severity, sheet, cell)
