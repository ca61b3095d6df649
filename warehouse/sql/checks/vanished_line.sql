-- grain: one line of the former edition of a register that the new edition lacks · source: known_submission, register_line
with pair as (
  select judged.submission_id, judged.sheet, former.submission_id as former_id, former.received_at
  from known_submission as judged
  join known_submission as former on former.submission_id = judged.former_id
  where judged.is_judged and judged.accumulation = 'snapshot'
)
select pair.submission_id, pair.sheet, line.line_key as key, pair.received_at as received
from pair
join register_line as line on line.submission_id = pair.former_id
where line.line_key is not null
  and not exists (
    select 1 from register_line as still
    where still.submission_id = pair.submission_id and still.table_name = line.table_name and still.line_key = line.line_key
  )
group by pair.submission_id, pair.sheet, pair.received_at, line.table_name, line.line_key
order by pair.submission_id, line.table_name, line.line_key
