-- parameters: window_start, window_end
-- grain: one indicator and division · source: every file of sql/indicators
-- What an indicator does not give (coverage, note) is null.
with listed as (
  select
    cast(null as varchar) as indicator_id, cast(null as varchar) as division_code,
    cast(null as decimal(20, 4)) as numerator, cast(null as decimal(20, 4)) as denominator,
    cast(null as decimal(20, 4)) as value, cast(null as bigint) as expected_reports,
    cast(null as bigint) as received_reports, cast(null as bigint) as complete_reports, cast(null as varchar) as note
  where false
  -- for each indicator: union all by name select '{id}' as indicator_id, * from indicators.{id}(window_start, window_end)
)
select
  indicator_id, division_code, numerator, denominator, value, expected_reports, received_reports, complete_reports, note
from listed
