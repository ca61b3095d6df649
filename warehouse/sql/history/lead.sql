-- grain: one complaint or lead and time span in which it was current · source: staging.lead
select
  line.*,
  validity.known_from,
  case when validity.counts then validity.known_to else validity.known_from end as known_to
from staging.lead as line
join core.submission_validity as validity using (submission_id)
