-- grain: one cumulative count of one submission · source: observation and register lines of slot_member, in the order of judging
with counted as (
  select
    submission_id, concat_ws('|', measure_id, category, division_code) as counted, measure_id, value,
    coalesce(sheet, '') as sheet, coalesce(cell, '') as cell
  from observation
  where value is not null
  union all
  select submission_id, concat('lines|', table_name), '', count(*), coalesce(any_value(sheet), ''), ''
  from register_line
  group by submission_id, table_name
)
select member.submission_id, counted.counted, counted.measure_id, cast(counted.value as decimal(20, 4)) as value, counted.sheet, counted.cell
from counted
join slot_member as member using (submission_id)
where member.accumulation = 'cumulative'
order by member.slot, member.received_at, member.delivery_id, member.ordinal, counted.counted
