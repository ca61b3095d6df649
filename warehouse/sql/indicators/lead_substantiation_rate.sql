-- grain: one division with leads received in the window · source: lead
select
  division_code,
  substantiated as numerator,
  received as denominator,
  percentage(substantiated, received) as value,
  received_reports,
  received_reports as complete_reports
from leads_received(window_start, window_end)
