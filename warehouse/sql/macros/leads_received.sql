-- parameters: window_start, window_end
-- grain: one division with leads received in the window · source: lead, registers taken
with taken as (
  select
    unnest(divisions_above(coalesce(lead.division_code, register.reporter_code))) as division_code,
    lead.submission_id, lead.result, lead.is_filed
  from lead
  join register_taken('lead-register') as register using (submission_id)
  where lead.received_on between window_start and least(window_end, published_on())
)
select
  division_code,
  count(*) as received,
  count(*) filter (result = 'substantiated') as substantiated,
  count(*) filter (result in ('substantiated', 'unsubstantiated')) as closed,
  count(*) filter (is_filed) as filed,
  count(distinct submission_id) as received_reports
from taken
group by division_code
