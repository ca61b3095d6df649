-- grain: one submission whose content is that of a version that had been replaced · source: slot_member, judgement
-- received is when that version first came, replaced when the one came that counted until now.
with version as (
  select
    member.submission_id, member.slot, member.content_digest, coalesce(member.sheet, '') as sheet, member.file_verdict,
    member.received_at, member.delivery_id, member.ordinal,
    coalesce(judgement.verdict, member.verdict) as verdict,
    nullif(judgement.former_id, '') as former_id
  from slot_member as member
  left join judgement using (submission_id)
)
select judged.submission_id, judged.sheet, min(earlier.received_at) as received, former.received_at as replaced
from version as judged
join version as former on former.submission_id = judged.former_id
join version as earlier on earlier.slot = judged.slot and earlier.content_digest = judged.content_digest
where judged.verdict <> 'duplicate' and judged.file_verdict in ('accepted', 'accepted_with_warnings')
  and judged.content_digest <> former.content_digest
  and earlier.verdict in ('accepted', 'accepted_with_warnings')
  and (earlier.received_at, earlier.delivery_id, earlier.ordinal) < (former.received_at, former.delivery_id, former.ordinal)
group by judged.submission_id, judged.sheet, former.received_at
order by judged.submission_id
