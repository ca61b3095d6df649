-- grain: one submission · source: slot_member, slot by slot in the order of receipt
select
  slot, submission_id, delivery_id, is_new, sha256, partner_id, definitions, coalesce(sheet, '') as sheet,
  coalesce(accumulation, '') as accumulation, file_verdict, verdict, coalesce(same_as, '') as same_as, received_at,
  coalesce(period_end, date '9999-12-31') as period_end
from slot_member
order by slot, received_at, delivery_id, ordinal
