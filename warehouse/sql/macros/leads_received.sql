-- parameters: window_start, window_end
-- grain: one lead received in the window · source: leads_counted
select
  lead.division_code, lead.submission_id, lead.ordinal, lead.source, lead.is_real_name, lead.result, lead.replied_on, lead.is_filed,
  lead.closed_on, lead.result in ('substantiated', 'unsubstantiated') as is_closed
from leads_counted() as lead
where lead.received_on between window_start and least(window_end, published_on())
