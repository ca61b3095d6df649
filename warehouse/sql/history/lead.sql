-- grain: one lead and time span in which it was current: lines of registers, and what other regions told or asked · source: staging.lead, core.lead_version
select
  line.*,
  validity.known_from,
  case when validity.counts then validity.known_to else validity.known_from end as known_to
from staging.lead as line
join core.submission_validity as validity using (submission_id)
union all by name
select
  submission_id, ordinal, sheet, cell, line_key, lead_id, division_code, division_name, received_on,
  if(asked = 'inform', '外地区通报', '外地区协查') as source,
  violation_group, region, asked, reply_due, practice_type, known_from, known_to
from core.lead_version
where not is_ours and kind = 'ask' and not coalesce(is_withdrawn, false) and asked in ('inform', 'investigate')
