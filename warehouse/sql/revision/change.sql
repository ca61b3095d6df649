-- All changes that publications said first: those of the ledger, and those of this one with their causes. Without the
-- former file nothing can be compared: no cause is believed.
with named as (
  select
    changed.*,
    cause.submission_id, cause.replaced_submission_id, cause.penalty_id, cause.waiver_ids, cause.kind,
    case
      when changed.is_first then 'first'
      when cause.cause is not null then cause.cause
      when not has_former then 'unknown'
      when other_rules and other_divisions and cause.kind is null then 'boundary'
      when cause.kind = 'penalty' and cause.is_regrouped then 'matching'
      when other_rules then 'definition'
      when cause.kind = 'report' and cause.is_gone and bool_or(cause.cause is not null) over cells then 'superseded'
      when other_day then 'day'
      else 'unknown'
    end as cause
  from changed_value as changed
  cross join publication_context
  left join cause
    on cause.indicator_id = changed.indicator_id and cause.window_start = changed.window_start
    and cause.window_end = changed.window_end and cause.division_code = changed.division_code and not changed.is_first and has_former
  window cells as (partition by changed.indicator_id, changed.window_start, changed.window_end, changed.division_code)
  -- What comes back because of what else has changed has no cause of its own.
  qualify cause.cause is not null or cause.kind is distinct from 'report' or cause.is_gone or not coalesce(bool_or(cause.cause is not null) over cells, false)
)
select
  indicator_id, cast(window_start as date) as window_start, cast(window_end as date) as window_end, division_code,
  cast(publication as integer) as publication, cast(published_at as timestamptz) as published_at,
  cast(value_before as decimal(20, 4)) as value_before, cast(value as decimal(20, 4)) as value,
  cause, submission_id, replaced_submission_id, penalty_id, waiver_ids, package_id
from logged_change
union all by name
select distinct
  named.indicator_id, named.window_start, named.window_end, named.division_code,
  publication_context.publication, publication_context.published_at,
  named.value_before, named.value, named.cause,
  named.submission_id, named.replaced_submission_id, named.penalty_id, named.waiver_ids,
  package.package_id
from named
cross join publication_context
left join staging.submission as submission using (submission_id)
left join package on package.data_delivery_id = submission.delivery_id and package.state <> 'repeated'
