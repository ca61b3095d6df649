-- Indicators that would be another number without waivers.
select
  indicator_id, window_start, window_end, division_code,
  with_waivers.value, without.value as value_without_waivers,
  with_waivers.received_reports, without.received_reports as received_without_waivers
from indicator as with_waivers
full join value_without_waivers as without using (indicator_id, window_start, window_end, division_code)
where (window_start, window_end) in (select (window_start, window_end) from value_without_waivers)
  and (with_waivers.value is distinct from without.value or with_waivers.received_reports is distinct from without.received_reports)
