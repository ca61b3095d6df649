-- grain: one visit of a patrol and time span in which it was current · source: staging.patrol
select
  line.*,
  validity.known_from,
  case when validity.counts then validity.known_to else validity.known_from end as known_to
from staging.patrol as line
join core.submission_validity as validity using (submission_id)
