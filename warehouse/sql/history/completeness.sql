-- grain: one expected report and time span in which its state was the same · source: expected_report, core.report_arrival, core.waived_span
-- Not due from the start of its period (or from its first arrival, if that is earlier), missing from the day after the due day if
-- nothing arrived, returned with each refused report. The first accepted one settles it, however often it is corrected later; it
-- is accepted when it arrives or when its errors are let through, and returned again if they no longer are.
with acceptance as (
  select *, received_at as counts_from, cast(null as timestamp with time zone) as counts_to
  from core.report_arrival
  where is_accepted
  union all
  select arrival.*, greatest(arrival.received_at, waived.known_from) as counts_from, waived.known_to as counts_to
  from core.report_arrival as arrival
  join core.waived_span as waived using (submission_id)
  where not arrival.is_accepted and waived.is_whole
),
arrived as (
  select campaign_id, form_id, document_kind, division_code, period_start, period_end, min(received_at) as first_at
  from core.report_arrival
  group by all
),
settled as (
  select
    campaign_id, form_id, document_kind, division_code, period_start, period_end,
    min(counts_from) as settled_at,
    arg_min({received_at: received_at, submission_id: submission_id}, (counts_from, submission_id)) as report
  from acceptance
  where counts_to is null
  group by all
),
expected as (
  select
    expected_report.*, arrived.first_at, settled.settled_at, settled.report,
    cast(due_on + 1 as timestamp with time zone) as overdue_from
  from expected_report
  left join arrived using (campaign_id, form_id, document_kind, division_code, period_start, period_end)
  left join settled using (campaign_id, form_id, document_kind, division_code, period_start, period_end)
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
  where not arrival.is_accepted
  union all
  select expected.*, 'returned' as state, waived.received_at, waived.submission_id, waived.counts_to as known_from, 4 as step
  from expected
  join acceptance as waived using (campaign_id, form_id, document_kind, division_code, period_start, period_end)
  where waived.counts_to is not null
  union all
  select expected.*, if(waived.received_at < overdue_from, 'on_time', 'late') as state, waived.received_at, waived.submission_id,
    waived.counts_from as known_from, 5 as step
  from expected
  join acceptance as waived using (campaign_id, form_id, document_kind, division_code, period_start, period_end)
  where waived.counts_to is not null
  union all
  select expected.*, if(report.received_at < overdue_from, 'on_time', 'late') as state, report.received_at, report.submission_id,
    settled_at as known_from, 6 as step
  from expected
  where settled_at is not null
),
span as (
  select
    *,
    lead(known_from) over (
      partition by campaign_id, form_id, document_kind, division_code, period_start, period_end
      order by known_from, step, submission_id
    ) as known_to
  from turn
  where settled_at is null or known_from < settled_at or step = 6
)
select
  campaign_id, form_id, document_kind, division_code, period_start, period_end, due_on, received_at, state, submission_id,
  known_from, known_to
from span
where known_to is null or known_to > known_from
