-- grain: one expected report and time span in which its state was the same · source: expected_report, core.report_arrival
-- Not due from the start of its period (or from its first arrival, if that is earlier), missing from the day after the due day if
-- nothing arrived, returned with each refused report. The first accepted one settles it, however often it is corrected later.
with arrived as (
  select
    campaign_id, form_id, document_kind, division_code, period_start, period_end,
    min(received_at) as first_at,
    min(received_at) filter (is_accepted) as accepted_at,
    arg_min(submission_id, (received_at, submission_id)) filter (is_accepted) as accepted_id
  from core.report_arrival
  group by all
),
expected as (
  select
    expected_report.*, arrived.first_at, arrived.accepted_at, arrived.accepted_id,
    cast(due_on + 1 as timestamp with time zone) as overdue_from
  from expected_report
  left join arrived using (campaign_id, form_id, document_kind, division_code, period_start, period_end)
),
turn as (
  select expected.*, 'not_due' as state, null as received_at, null as submission_id,
    least(cast(period_start as timestamp with time zone), first_at) as known_from, 1 as step
  from expected
  union all
  select expected.*, 'missing' as state, null as received_at, null as submission_id, overdue_from as known_from, 2 as step
  from expected
  where due_on < published_on() and (first_at is null or first_at >= overdue_from)
  union all
  select expected.*, 'returned' as state, arrival.received_at, arrival.submission_id, arrival.received_at as known_from, 3 as step
  from expected
  join core.report_arrival as arrival
    using (campaign_id, form_id, document_kind, division_code, period_start, period_end)
  where not arrival.is_accepted and (accepted_at is null or arrival.received_at < accepted_at)
  union all
  select expected.*, case when accepted_at < overdue_from then 'on_time' else 'late' end as state,
    accepted_at as received_at, accepted_id as submission_id, accepted_at as known_from, 4 as step
  from expected
  where accepted_at is not null
),
span as (
  select
    *,
    lead(known_from) over (
      partition by campaign_id, form_id, document_kind, division_code, period_start, period_end
      order by known_from, step, submission_id
    ) as known_to
  from turn
)
select
  campaign_id, form_id, document_kind, division_code, period_start, period_end, due_on, received_at, state, submission_id,
  known_from, known_to
from span
where known_to is null or known_to > known_from
