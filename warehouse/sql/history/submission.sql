-- grain: one submission and time span in which it was current · source: staging.submission
select
  submission.*,
  slot.revision,
  0 as waived_count,
  validity.known_from,
  validity.known_to
from staging.submission as submission
join core.submission_slot as slot using (submission_id)
join core.submission_validity as validity using (submission_id)
