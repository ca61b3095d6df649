-- grain: one submission with the slot it belongs to · source: stored submissions and this run's candidates
-- A slot holds what replaces one another; judging goes through it in the order of receipt, whatever the order of loading.
create or replace view slotted_submission as
with stored as (
  select *
  from stored_submission
  where submission_id not in (select submission_id from candidate_submission)
  qualify row_number() over (partition by submission_id order by loaded_at desc, run_id desc) = 1
),
everything as (
  select *, false as is_new from stored
  union all by name
  select *, true as is_new from candidate_submission
),
-- A plan does not replace a summary: of documents one of the same kind and title does, and without a title the same file.
kept as (
  select submission_id, any_value(case when coalesce(title, '') <> '' then line_key end) as line_key
  from document
  group by submission_id
)
select
  everything.*,
  coalesce(nullif(reporter_code, ''), concat('?', partner_id)) as reporter,
  case
    when coalesce(form_id, '') = '' then concat_ws('|', 'file', partner_id, sha256)
    when accumulation = 'each' then concat_ws('|', 'each', form_id, partner_id, sha256, cast(ordinal as varchar))
    when accumulation = 'snapshot' then concat_ws('|', 'snapshot', form_id, reporter)
    when accumulation = 'cumulative' then concat_ws('|', 'cumulative', form_id, reporter, coalesce(cast(period_start as varchar), '-'))
    else concat_ws('|', 'period', form_id, reporter, coalesce(cast(period_start as varchar), '-'), coalesce(cast(period_end as varchar), '-'),
      case when kept.submission_id is not null then coalesce(kept.line_key, sha256) end)
  end as slot
from everything
left join kept on kept.submission_id = everything.submission_id
