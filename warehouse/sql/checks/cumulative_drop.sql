-- grain: one cumulative count that is less than in an earlier submission of the same slot · source: slot_member, observation, register_line
-- Which of the earlier ones counted when it came is known only once they are judged in order: the rows beside each are returned, with
-- former_id, and those beside the one that counted are told. What reaches further is not compared with.
with version as (
  select
    submission_id, slot, received_at, delivery_id, ordinal, file_verdict, coalesce(period_end, date '9999-12-31') as period_end
  from slot_member
  where accumulation = 'cumulative'
),
pair as (
  select version.submission_id, former.submission_id as former_id, former.received_at
  from version
  join version as former using (slot)
  where version.file_verdict in ('accepted', 'accepted_with_warnings')
    and (former.received_at, former.delivery_id, former.ordinal) < (version.received_at, version.delivery_id, version.ordinal)
    and former.period_end <= version.period_end
),
counted as materialized (
  select
    submission_id, concat_ws('|', measure_id, category, division_code) as counted, measure_id, cast(value as decimal(20, 4)) as value,
    coalesce(sheet, '') as sheet, coalesce(cell, '') as cell
  from observation
  where value is not null and submission_id in (select submission_id from version)
  qualify row_number() over (partition by submission_id, counted order by ordinal) = 1
  union all
  select
    submission_id, concat('lines|', table_name), '', cast(count(*) as decimal(20, 4)), coalesce(any_value(sheet), ''), ''
  from register_line
  where submission_id in (select submission_id from version)
  group by submission_id, table_name
)
select
  pair.submission_id, pair.former_id, mine.sheet, mine.cell, mine.measure_id,
  if(mine.measure_id = '', '登记行数', mine.measure_id) as label,
  if(mine.measure_id = '', 'number of lines', mine.measure_id) as label_en,
  mine.value as verbatim, theirs.value as previous, pair.received_at as received
from pair
join counted as mine on mine.submission_id = pair.submission_id
join counted as theirs on theirs.submission_id = pair.former_id and theirs.counted = mine.counted
where mine.value < theirs.value
order by pair.submission_id, pair.former_id, mine.counted
