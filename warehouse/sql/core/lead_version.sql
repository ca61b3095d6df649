-- grain: one version of a record of a lead and time span in which it held · source: staging.lead_record, core.submission_validity
-- What packages say is theirs, what registers say is ours; a line of ours that names a region answers it. A lead is called by
-- who asks and its number; ours by the division of the reporter and its number, so that no two offices call theirs the same.
-- Of theirs the highest version holds, of equal ones the first; of ours what the register says.
with counting as (
  select
    record.* exclude (kind, lead_id),
    coalesce(record.kind, if(record.region is null, 'ask', 'answer')) as kind,
    record.kind is null as is_ours,
    if(record.kind is null and record.region is null,
      concat_ws('-', coalesce(submission.reporter_code, submission.partner_id), record.lead_id), record.lead_id) as lead_id,
    submission.partner_id,
    submission.delivery_id,
    submission.ordinal as sheet_ordinal,
    validity.known_from,
    validity.known_to
  from staging.lead_record as record
  join staging.submission as submission using (submission_id)
  join core.submission_validity as validity using (submission_id)
  where coalesce(record.row_verdict, 'accepted') in ('accepted', 'remark') and validity.counts
),
called as (
  select
    *,
    concat_ws('|', if(is_ours = (kind = 'ask'), 'ours', region), lead_id) as request_id,
    if(is_ours = (kind = 'ask'), 'ours', 'theirs') as asked_by
  from counting
),
telling as (
  select *
  from called
  qualify row_number() over (
    partition by request_id, kind, region, coalesce(cast(version as varchar), submission_id)
    order by known_from, delivery_id, sheet_ordinal, ordinal) = 1
),
ranked as (
  select
    *,
    min(known_from) over (whole rows between 1 following and unbounded following) as outranked_from
  from telling
  window whole as (
    partition by request_id, kind, region order by coalesce(version, 0), known_from, delivery_id, sheet_ordinal, ordinal)
)
select
  * exclude (known_to, outranked_from),
  case
    when outranked_from is null and known_to is null then null
    else greatest(known_from, least(coalesce(outranked_from, known_to), coalesce(known_to, outranked_from)))
  end as known_to
from ranked
