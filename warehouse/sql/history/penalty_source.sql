-- grain: one row of a sheet and time span in which its submission was current · source: staging.penalty_source, core.penalty_row
select
  source.*,
  told.penalty_id,
  coalesce(told.outcome, 'none') as outcome,
  told.version,
  validity.known_from,
  case when validity.counts then validity.known_to else validity.known_from end as known_to
from staging.penalty_source as source
join core.submission_validity as validity using (submission_id)
left join core.penalty_row as told on told.submission_id = source.submission_id and told.ordinal = source.ordinal
