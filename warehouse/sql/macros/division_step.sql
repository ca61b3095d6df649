-- parameters: boundary_day
-- grain: one area and one of those it lies in one change nearer to the day · source: division_change, division
-- first_day to last_day: days on which the area was told of and this change is the next one on the way to boundary_day.
with leaving as (
  select *, lag(changed_on) over (partition by from_code order by changed_on) as former_on
  from (select distinct from_code, changed_on from division_change)
),
arriving as (
  select *, lead(changed_on) over (partition by to_code order by changed_on) as later_on
  from (select distinct to_code, changed_on from division_change)
),
after as (
  select from_code, changed_on, to_code as next_area from division_change
  union
  select from_code, changed_on, from_code
  from leaving
  join division on division_code = from_code
  where valid_to is null
),
before as (
  select to_code, changed_on, from_code as next_area from division_change
  union
  select to_code, changed_on, to_code
  from arriving
  join division on division_code = to_code
  where coalesce(valid_from < changed_on, true)
    and not exists (
      select 1
      from division_change as named
      where named.to_code = arriving.to_code and named.changed_on = arriving.changed_on and named.kind = 'renamed')
)
select from_code as area, coalesce(former_on, date '0001-01-01') as first_day, changed_on - 1 as last_day, next_area, changed_on as next_day
from leaving
join after using (from_code, changed_on)
where changed_on <= boundary_day
union all
select to_code, changed_on, coalesce(later_on - 1, date '9999-12-31'), next_area, changed_on - 1
from arriving
join before using (to_code, changed_on)
where changed_on > boundary_day
