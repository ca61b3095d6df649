-- grain: one request for joint action and time span in which it was current · source: staging.joint_request
select
  line.*,
  validity.known_from,
  case when validity.counts then validity.known_to else validity.known_from end as known_to
from staging.joint_request as line
join core.submission_validity as validity using (submission_id)
