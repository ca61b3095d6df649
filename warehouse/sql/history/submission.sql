-- grain: one submission and time span in which it was current with the same errors let through · source: staging.submission
-- A rejected one whose every error is let through is accepted with a remark.
select
  submission.* replace (if(span.counts and span.is_whole, 'accepted_with_warnings', submission.verdict) as verdict),
  slot.revision,
  span.waived_count,
  span.known_from,
  span.known_to
from staging.submission as submission
join core.submission_slot as slot using (submission_id)
join core.submission_span as span using (submission_id)
