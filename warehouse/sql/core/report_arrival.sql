-- grain: one submission and the expected report that it is · source: staging.submission, every register, core.line_division, expected_report
-- A report is for the period that it names. One that names none (a register as of the day it is sent; a report on the whole
-- campaign where every month is asked for) is for the last period that had ended when it arrived, else for the first to end.
-- One report of an office above, where a campaign allows it, is also that of each division it has lines of, and of no other.
-- Later editions of a cumulative register start at the same day: their end tells. One without a line, or sent back with none that
-- could be dated, ends with the campaign because nothing else is known of it: it names no period either.
with kept as (
  select submission_id, any_value(kind) as kind
  from staging.document
  group by submission_id
),
lined as (
  select cast(null as varchar) as submission_id where false
  -- for each placed register: union all select submission_id from staging.{table}
),
sent as (
  select
    submission_id, form_id, campaign_id, reporter_code, period_start, period_end, accumulation, received_at,
    cast(received_at as date) as received_on,
    coalesce(kept.kind, '') as document_kind,
    verdict in ('accepted', 'accepted_with_warnings') as is_accepted,
    verdict <> 'rejected' and submission_id in (select submission_id from lined) as is_dated
  from staging.submission
  left join kept using (submission_id)
  where verdict in ('accepted', 'accepted_with_warnings', 'rejected')
),
asked as (
  select campaign_id, form_id, min(period_start) as first_start, max(period_end) as last_end
  from expected_report
  group by campaign_id, form_id
),
whose as (
  select submission_id, reporter_code as division_code, false as is_collected from sent
  union all
  select submission_id, division_code, true as is_collected from core.line_division
),
candidate as (
  select
    sent.submission_id, sent.received_at, sent.received_on, sent.is_accepted, sent.accumulation,
    sent.period_start as said_start, sent.period_end as said_end,
    expected.*,
    sent.period_start = expected.period_start and sent.period_end = expected.period_end as is_same,
    sent.accumulation = 'cumulative' and sent.period_end = expected.period_end
      and (sent.is_dated or sent.period_start > asked.first_start or sent.period_end < asked.last_end) as ends_with,
    sent.accumulation = 'snapshot' or sent.period_start is null
      or (sent.period_start <= expected.period_start and sent.period_end >= expected.period_end) as names_none,
    coalesce(least(sent.period_end, expected.period_end) - greatest(sent.period_start, expected.period_start) + 1, 0) as shared_days
  from sent
  join whose using (submission_id)
  join expected_report as expected
    on expected.campaign_id = sent.campaign_id and expected.form_id = sent.form_id
    and expected.division_code = whose.division_code and (not whose.is_collected or expected.collected_by = sent.reporter_code)
    and coalesce(expected.document_kind, '') = sent.document_kind
  join asked on asked.campaign_id = expected.campaign_id and asked.form_id = expected.form_id
),
ranked as (
  select
    *,
    row_number() over (
      partition by submission_id, division_code
      order by
        is_same desc,
        ends_with desc,
        names_none desc,
        case when names_none then period_end <= received_on end desc,
        case when names_none then abs(period_end - received_on) end,
        shared_days desc,
        period_end desc,
        period_start desc
    ) as rank
  from candidate
  where names_none or shared_days > 0
)
select
  campaign_id, form_id, document_kind, division_code, period_start, period_end, due_on,
  submission_id, received_at, received_on, is_accepted
from ranked
where rank = 1
