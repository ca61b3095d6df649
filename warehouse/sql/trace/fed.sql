-- grain: one indicator, division and role that a submission feeds in a window, or one cell of it · source: fed_rows
-- evidence: sole, shared or possible; counted_with: how many other rows count as the same one, at least.
-- A release from before evidence was told has none.
-- Parameters: first day, last day, submission; sheet and address, null for all cells.
with fed as (
  select *
  from (
    from fed_rows(cast(? as date), cast(? as date))
    union all by name
    select cast(null as varchar) as evidence, cast(null as varchar[]) as counted_with where false
  )
  where submission_id = cast(? as varchar)
),
asked as (
  select cast(? as varchar) as sheet, cast(? as varchar) as address
),
counted as (
  select indicator_id, window_start, window_end, role, division_code, count(distinct row_key) as rows, count(distinct concat(fed.sheet, '!', fed.address)) as cells,
    -- What rests on one row alone is told first.
    min_by(evidence, list_position(['sole', 'shared', 'possible'], evidence)) as evidence,
    min(len(counted_with)) filter (evidence = 'shared') as counted_with
  from fed
  cross join asked
  where fed.sheet = coalesce(asked.sheet, fed.sheet) and fed.address = coalesce(asked.address, fed.address)
  group by all
)
select counted.*, definition.title, definition.title_en, division.name as division_name
from counted
join indicator_definition as definition using (indicator_id)
left join division using (division_code)
order by
  counted.indicator_id, list_position(['numerator', 'denominator', 'published', 'target', 'outside', 'beside', 'context', 'expected'], counted.role),
  length(counted.division_code) desc, counted.division_code desc
