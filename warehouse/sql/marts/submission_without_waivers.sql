-- grain: one time span in which a submission would have been current if no error had been let through · source: core.judged_validity, core.waived_slot
-- Only of slots that a waiver changes.
select validity.submission_id, validity.known_from, validity.known_to, validity.counts
from core.judged_validity as validity
where validity.submission_id in (
  select submission_id from core.submission_slot where slot in (select slot from core.waived_slot)
  union
  select origin_id from core.submission_slot where slot in (select slot from core.waived_slot)
)
