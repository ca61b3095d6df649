-- grain: one slot that a rejected submission takes part in because all its errors were let through once · source: core.submission_slot, core.waived_span
select distinct slot
from core.submission_slot
where not counts and origin_id in (select submission_id from core.waived_span where is_whole)
