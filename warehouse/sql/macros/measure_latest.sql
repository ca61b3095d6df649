-- parameters: measure, forms, reporter_level, role_of_rows, window_start, window_end
-- grain: one figure of a measure, or one report expected · source: measure_rows, observation
-- For a state at the end of a period, such as key areas: it never adds up over time, so of each division and category only the
-- report with the last period in the window counts. Earlier ones are looked at.
with figure as (
  select behind.*, observation.period_end, observation.category
  from measure_rows(measure, forms, reporter_level, role_of_rows, window_start, window_end) as behind
  left join observation using (submission_id, ordinal)
),
ranked as (
  select *, max(period_end) filter (role = role_of_rows and amount is not null) over (partition by division_code, category) as last_end
  from figure
)
select
  * exclude (period_end, category, last_end)
    replace (if(role = role_of_rows and period_end < last_end, 'context', role) as role)
from ranked
