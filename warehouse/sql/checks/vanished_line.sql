-- grain: one line of the former edition of a register that the new edition lacks · source: register_line
with pair as (
  select member.submission_id, coalesce(member.sheet, '') as sheet, former.submission_id as former_id, former.received_at
  from judgement
  join slot_member as member using (submission_id)
  join slot_member as former on former.submission_id = judgement.former_id
  where member.accumulation = 'snapshot' and judgement.verdict in ('accepted', 'accepted_with_warnings')
)
select pair.submission_id, pair.sheet, line.line_key, pair.received_at, line.table_name
from pair
join register_line as line on line.submission_id = pair.former_id
where line.line_key is not null
  and not exists (
    select 1 from register_line as still
    where still.submission_id = pair.submission_id and still.table_name = line.table_name and still.line_key = line.line_key
  )
group by all
order by pair.submission_id, line.table_name, line.line_key
