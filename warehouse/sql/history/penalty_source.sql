-- grain: one row of a sheet and time span in which its submission was current · source: staging.penalty_source, core.penalty_version
with told as (
  select submission_id, ordinal, any_value(penalty_id) as penalty_id
  from core.penalty_statement
  group by submission_id, ordinal
),
made as (
  select submission_id, ordinal, any_value(version) as version, bool_or(known_to is null or known_to > known_from) as has_held
  from core.penalty_version
  group by submission_id, ordinal
),
digests as (
  select distinct penalty_id, content_digest from core.penalty_version
)
select
  source.*,
  told.penalty_id,
  case
    when told.penalty_id is null then 'none'
    when made.version is not null then if(made.has_held, 'version', 'outdated')
    when digests.penalty_id is not null then 'confirms'
    else 'differs'
  end as outcome,
  made.version,
  validity.known_from,
  case when validity.counts then validity.known_to else validity.known_from end as known_to
from staging.penalty_source as source
join core.submission_validity as validity using (submission_id)
left join told on told.submission_id = source.submission_id and told.ordinal = source.ordinal
left join made on made.submission_id = source.submission_id and made.ordinal = source.ordinal
left join digests on digests.penalty_id = told.penalty_id and digests.content_digest = source.content_digest
