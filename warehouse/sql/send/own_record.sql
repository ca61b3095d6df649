-- grain: one penalty as our own bureaus tell it · source: published penalty_source, submission, penalty
-- The same order as in core.penalty_version, among rows of our own only: what another region says is not ours to pass on.
create or replace table own_record as
with told as (
  select
    source.*, submission.partner_id, submission.delivery_id, submission.received_at, submission.ordinal as sheet_ordinal,
    source.change <> 'stands' as is_declared
  from published.penalty_source as source
  join published.submission as submission using (submission_id)
  where source.penalty_id is not null and source.row_verdict in ('accepted', 'remark')
    and not list_contains(getvariable('regions'), submission.partner_id)
),
placed as (
  select
    *,
    first_value(partner_id) over (partition by penalty_id order by received_at, delivery_id, sheet_ordinal, ordinal) as first_partner
  from told
),
telling as (
  select *
  from placed
  where is_declared or partner_id = first_partner
  qualify row_number() over (partition by penalty_id, content_digest order by received_at, delivery_id, sheet_ordinal, ordinal) = 1
),
ranked as (
  select
    *,
    row_number() over (
      partition by penalty_id
      order by is_declared, coalesce(stated_version, 0), received_at, delivery_id, sheet_ordinal, ordinal) as own_version
  from telling
)
select ranked.*, penalty.status as known_status
from ranked
join published.penalty as penalty using (penalty_id)
qualify own_version = max(own_version) over (partition by penalty_id)
