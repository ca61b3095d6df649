-- grain: one lead between regions as it stands, with its answer · source: core.lead_version, lead_sent
-- In time is what was answered by the end of the day, when the package with the first answer came or was made.
with record as (
  select *
  from core.lead_version
  where known_to is null
),
ask as (
  select * from record where kind = 'ask'
),
answer as (
  select *
  from record
  where kind = 'answer' and not coalesce(is_withdrawn, false)
  qualify row_number() over (partition by request_id order by known_from desc, region) = 1
),
sent as (
  select
    if(kind = 'ask', concat('ours|', lead_id), concat(asker, '|', lead_id)) as request_id,
    kind,
    arg_max(region, sent_at) as region,
    max(version) as version,
    arg_max(status, version) as status,
    min(sent_at) as first_at
  from lead_sent
  group by all
),
came as (
  select request_id, min(known_from) as first_at
  from core.lead_version
  where kind = 'ask' and not is_ours
  group by request_id
),
replied as (
  select request_id, min(known_from) as first_at
  from core.lead_version
  where kind = 'answer' and not is_ours
  group by request_id
  union all
  select request_id, first_at
  from sent
  where kind = 'answer'
),
request as (
  select
    ask.request_id,
    ask.asked_by,
    coalesce(ask.region, sent.region) as region,
    ask.lead_id,
    case
      when ask.is_withdrawn then 'withdrawn'
      when coalesce(ask.version, sent.version) > 1 then 'amended'
      else 'published'
    end as status,
    coalesce(ask.version, sent.version) as version,
    ask.asked, ask.division_code, ask.received_on, ask.violation_group, ask.practice_type, ask.shared_party_key, ask.reply_due,
    coalesce(answer.joint_from, ask.joint_from) as joint_from,
    coalesce(answer.joint_to, ask.joint_to) as joint_to,
    coalesce(came.first_at, sent.first_at) as asked_at,
    coalesce(answer.lead_state, 'open') as lead_state,
    answer.result, answer.answered_on,
    replied.first_at as replied_at,
    answer.document_number,
    ask.submission_id, ask.ordinal,
    answer.submission_id as answer_submission_id,
    answer.ordinal as answer_ordinal
  from ask
  left join answer using (request_id)
  left join sent on sent.request_id = ask.request_id and sent.kind = 'ask'
  left join came on came.request_id = ask.request_id
  left join replied on replied.request_id = ask.request_id
)
select
  *,
  case
    when status = 'withdrawn' then 'withdrawn'
    when asked_at is null then 'not_sent'
    when asked = 'inform' then 'not_asked'
    when replied_at is not null then if(cast(replied_at as date) <= reply_due, 'in_time', 'late')
    when reply_due < published_on() then 'overdue'
    when reply_due - published_on() <= 7 then 'due_soon'
    else 'running'
  end as due_state,
  case when replied_at is null and status <> 'withdrawn' and asked <> 'inform' then reply_due - published_on() end as days_left
from request
