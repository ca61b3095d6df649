-- grain: one submission · source: staging.submission
-- A slot holds what replaces one another: the same form of the same reporter, and as far as its accumulation says the
-- same period. position is the order of receipt; revision counts what is no duplicate.
-- A plan does not replace a summary: of documents one of the same kind and title does, and without a title the same file.
with kept as (
  select submission_id, any_value(case when coalesce(title, '') <> '' then line_key end) as line_key
  from staging.document
  group by submission_id
),
placed as (
  select
    submission.submission_id,
    origin.origin_id,
    submission.verdict,
    original.verdict as origin_verdict,
    submission.received_at,
    submission.delivery_id,
    submission.ordinal,
    case
      when coalesce(original.form_id, '') = '' then concat_ws('|', 'file', original.submission_id)
      when original.accumulation = 'each'
        then concat_ws('|', 'each', original.form_id, original.partner_id, original.sha256, cast(original.ordinal as varchar))
      when original.accumulation = 'snapshot'
        then concat_ws('|', 'snapshot', original.form_id, coalesce(nullif(original.reporter_code, ''), concat('?', original.partner_id)))
      when original.accumulation = 'cumulative'
        then concat_ws('|', 'cumulative', original.form_id, coalesce(nullif(original.reporter_code, ''), concat('?', original.partner_id)),
          coalesce(cast(original.period_start as varchar), '-'))
      else concat_ws('|', 'period', original.form_id, coalesce(nullif(original.reporter_code, ''), concat('?', original.partner_id)),
        coalesce(cast(original.period_start as varchar), '-'), coalesce(cast(original.period_end as varchar), '-'),
        case when kept.submission_id is not null then coalesce(kept.line_key, original.sha256) end)
    end as slot
  from staging.submission as submission
  join core.submission_origin as origin using (submission_id)
  join staging.submission as original on original.submission_id = origin.origin_id
  left join kept on kept.submission_id = original.submission_id
),
numbered as (
  select
    *,
    row_number() over (partition by slot order by received_at, delivery_id, ordinal) as position,
    row_number() over (partition by slot, verdict = 'duplicate' order by received_at, delivery_id, ordinal) as rank_of_kind
  from placed
)
select
  submission_id, origin_id, verdict, received_at, slot, position,
  origin_verdict in ('accepted', 'accepted_with_warnings') as counts,
  case when verdict <> 'duplicate' then rank_of_kind end as revision
from numbered
