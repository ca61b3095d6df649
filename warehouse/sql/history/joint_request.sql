-- grain: one request for joint action and time span in which it was current: letters, and what other regions asked · source: staging.joint_request, core.lead_version
select
  line.*,
  validity.known_from,
  case when validity.counts then validity.known_to else validity.known_from end as known_to
from staging.joint_request as line
join core.submission_validity as validity using (submission_id)
union all by name
select
  submission_id, ordinal, sheet, cell, line_key, lead_id, division_code, division_name, received_on,
  cast(known_from as date) as requested_on,
  violation_group, practice_type, region, reply_due, joint_from, joint_to, known_from, known_to
from core.lead_version
where not is_ours and kind = 'ask' and not coalesce(is_withdrawn, false) and asked = 'joint'
