-- grain: one figure of a town or one report expected of it, above and below the line · source: observation, measure town_inspections; completeness
-- A town counts once below the line, whether it reported or owes a report, and once above it if it was inspected in any year. As
-- long as a town has not reported it is not known whether it was inspected: that is not zero.
with behind as (
  select *
  from measure_sum('town_inspections', ['plan-activity'], 'town', window_start, window_end)
)
select * from behind where role = 'outside'
union all
select * from behind where role = 'expected'
union all
select * replace ('numerator' as role, if(amount > 0, 1, amount) as amount, division_code as unit_key)
from behind
where role in ('numerator', 'expected')
union all
select * replace ('denominator' as role, 1 as amount, division_code as unit_key)
from behind
where role in ('numerator', 'expected')
