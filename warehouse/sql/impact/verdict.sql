-- grain: one submission as judged in one world · source: final_submission, slot_member
-- is_counting: its figures count. is_standing: it counts, or it is what its reporter sent last and was refused.
create table {world}_verdict as
with ordered as (
  select
    final.submission_id, final.form_id, final.edition, final.reporter_code, final.reporter_name, final.period_start, final.period_end,
    final.received_at, final.verdict, member.slot,
    row_number() over (partition by member.slot order by final.received_at, final.delivery_id, final.ordinal) as position
  from final_submission as final
  join slot_member as member using (submission_id)
),
slot as (
  select
    slot,
    max(position) filter (where verdict in ('accepted', 'accepted_with_warnings')) as counting,
    max(position) filter (where verdict <> 'duplicate') as last_sent
  from ordered
  group by slot
)
select
  ordered.*,
  coalesce(ordered.position = slot.counting, false) as is_counting,
  coalesce(ordered.position = slot.counting, false) or ordered.position = slot.last_sent as is_standing
from ordered
join slot using (slot)
