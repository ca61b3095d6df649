-- grain: one risk point at the beginning of the window, and once more at its end · source: risk_points_counted
-- Open before counts above and below, open after is taken off above: (before - after) / before.
with point as (
  select
    division_code, submission_id, ordinal,
    is_open_at_end(found_on, closed_on, window_start - 1) as is_open_before,
    is_open_at_end(found_on, closed_on, least(window_end, published_on())) as is_open_after
  from risk_points_counted()
),
counted as (
  select *, 'both' as role, 1 as amount from point where is_open_before
  union all
  select *, 'numerator' as role, -1 as amount from point where is_open_after
  union all
  select *, 'context' as role, 0 as amount from point where not coalesce(is_open_before, false) and not coalesce(is_open_after, false)
)
select
  division_code, role, amount, 'risk_point' as table_name, submission_id, ordinal,
  ['division_code', 'found_on', 'closed_on'] as columns_read
from counted
