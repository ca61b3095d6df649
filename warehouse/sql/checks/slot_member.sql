-- grain: one submission of a slot that this run adds to · source: slotted_submission
create table slot_member as
with slotted as materialized (
  select * from slotted_submission
)
select *
from slotted
where slot in (select slot from slotted where is_new)
