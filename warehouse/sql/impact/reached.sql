-- grain: one delivery that has to be read again · source: latest_submission, lake_finding, reach
-- Of exchanged records those of penalties are; what is dangerous is not opened again.
with found as (
  select distinct submission_id
  from lake_finding
  where judged_in is null and code in (select word from reach where kind = 'code')
)
select delivery_id
from latest_submission
where verdict <> 'unsafe' and (coalesce(accumulation, '') <> 'each' or form_id = 'penalty-records')
  and (exists (select 1 from reach where kind = 'everything')
    or form_id in (select word from reach where kind = 'form')
    or submission_id in (select submission_id from found))
group by delivery_id
order by min(received_at), delivery_id
