-- Values that differ from those last published, and those published for the first time.
create temp table changed_value as
with last_value as (
  select
    indicator_id, window_start, window_end, division_code,
    last(cast(value as decimal(20, 4)) order by cast(publication as integer)) as value
  from logged_change
  group by indicator_id, window_start, window_end, division_code
)
select
  indicator_id, window_start, window_end, division_code,
  last_value.value as value_before, current_value.value,
  last_value.indicator_id is null as is_first
from indicator as current_value
full join (
  select
    indicator_id, cast(window_start as date) as window_start, cast(window_end as date) as window_end, division_code, value
  from last_value
) as last_value using (indicator_id, window_start, window_end, division_code)
where last_value.indicator_id is null or last_value.value is distinct from current_value.value
