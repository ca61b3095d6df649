-- grain: one row of the statement of CUMULATIVE_DROP, which stands in the middle, in the order of judging · source: slot_member
with dropped as (
{statement}
)
select dropped.*
from dropped
join slot_member as member on member.submission_id = dropped.submission_id
order by member.slot, member.received_at, member.delivery_id, member.ordinal, dropped.former_id, dropped.measure_id, dropped.cell
