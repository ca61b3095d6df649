-- grain: one row of a sheet that says something about a penalty · source: core.penalty_statement, core.penalty_version
-- What became of it: it made a version, which held or was outdated before it arrived; it confirms one of somebody; or it
-- differs from all and was declared by nobody. Apart from history.penalty_source so that no statement joins wide rows twice.
with told as (
  select submission_id, ordinal, any_value(penalty_id) as penalty_id, any_value(content_digest) as content_digest
  from core.penalty_statement
  group by submission_id, ordinal
),
compared as (
  select
    told.submission_id, told.ordinal, told.penalty_id, version.version, version.known_from, version.known_to,
    version.submission_id = told.submission_id and version.ordinal = told.ordinal as is_maker
  from told
  left join core.penalty_version as version using (penalty_id, content_digest)
)
select
  submission_id, ordinal, penalty_id,
  case
    when version is null then 'differs'
    when not is_maker then 'confirms'
    when known_to is null or known_to > known_from then 'version'
    else 'outdated'
  end as outcome,
  if(is_maker, version, null) as version
from compared
