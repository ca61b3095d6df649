-- grain: one line of the register and time span in which it was current · source: staging.{table}
select
  line.*,
  validity.known_from,
  case when validity.counts then validity.known_to else validity.known_from end as known_to
from staging.{table} as line
join core.submission_validity as validity using (submission_id)
