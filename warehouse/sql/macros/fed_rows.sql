-- parameters: window_start, window_end
-- grain: one cell and one row behind an indicator that it decides · source: indicator_rows, heading_cell, row_place, submission
-- The cells of the rows themselves, and those of the heading: who reports decides for all figures and for lines that name no
-- place of their own, the period for all figures.
with behind as materialized (
  select * from indicator_rows(window_start, window_end)
)
select *, unnest(coalesce(cells, [cell])) as address
from behind
union all
select behind.* replace (heading.sheet as sheet), heading.cell as address
from behind
join heading_cell() as heading using (submission_id)
join submission using (submission_id)
left join row_place() as place
  on place.table_name = behind.table_name and place.submission_id = behind.submission_id
  and behind.row_key = concat(place.submission_id, '#', place.ordinal)
where behind.table_name not in ('completeness', 'finding', 'penalty')
  and if(heading.decides = 'period',
    place.column_cells is null,
    behind.row_division = submission.reporter_code and concat(' ', coalesce(place.column_cells, '')) not like '% division_code=%')
