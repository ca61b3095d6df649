-- parameters: window_start, window_end
-- grain: one cell and one row behind an indicator that it decides · source: indicator_rows, heading_cell, row_place, submission, column_decides
-- The cells of the rows themselves, and those of the heading: who reports decides for all figures and for lines that name no
-- place of their own, the period for all figures. evidence is that of the cell: what tells the division moves the row to
-- another one, and above both it may count as before; a heading moves no sum by a figure of 0,
-- and does not decide alone for those that an office above collected; units are
-- converted, most words for them mean the same.
with behind as materialized (
  select * from indicator_rows(window_start, window_end)
),
decides as materialized (
  select * from column_decides()
),
named as (
  select behind.* exclude (columns_read), unnest(behind.columns_read) as column_name, place.cell as line_cell, place.column_cells
  from behind
  join (select distinct table_name, submission_id, concat(submission_id, '#', ordinal) as place_key, sheet, cell, column_cells from row_place()) as place
    on place.table_name = behind.table_name and place.submission_id = behind.submission_id and place.sheet = behind.sheet and place.cell = behind.cell
    and (behind.table_name = 'penalty' or place.place_key = behind.row_key)
  where behind.columns_read is not null
),
own as (
  select
    behind.* exclude (columns_read)
      replace (if(behind.evidence = 'sole' and heading.decides is not null and behind.row_division <> sender.reporter_code, 'possible', behind.evidence) as evidence),
    heading.decides as column_name, behind.cell as address
  from behind
  left join (select distinct submission_id, reporter_code from history.submission) as sender using (submission_id)
  left join heading_cell() as heading
    on behind.table_name = 'completeness' and heading.submission_id = behind.submission_id and heading.sheet = behind.sheet and heading.cell = behind.cell
  where behind.columns_read is null
  union all
  select * exclude (line_cell, column_cells), column_cell(line_cell, column_cells, column_name)
  from named
),
heading as (
  select
    behind.* exclude (columns_read) replace (
      heading.sheet as sheet,
      if(behind.evidence = 'sole' and behind.amount = 0, 'possible', behind.evidence) as evidence),
    heading.decides as column_name, heading.cell as address
  from behind
  join heading_cell() as heading using (submission_id)
  join submission using (submission_id)
  left join row_place() as place
    on place.table_name = behind.table_name and place.submission_id = behind.submission_id
    and behind.row_key = concat(place.submission_id, '#', place.ordinal)
  where behind.table_name not in ('completeness', 'finding', 'penalty')
    and if(heading.decides = 'period',
      place.column_cells is null
        or behind.table_name in ('observation', 'stated_figure') and concat(' ', place.column_cells) not like '% period_start=%',
      behind.row_division = submission.reporter_code and concat(' ', coalesce(place.column_cells, '')) not like '% division_code=%')
),
told as (
  select *, if(table_name = 'completeness', 'submission', table_name) as decided_table from own where address is not null
  union all
  select *, 'submission' from heading
)
select
  told.* exclude (decided_table)
    replace (
      if(
        told.evidence = 'sole'
          and (decides.decides = 'division' and told.division_code <> told.row_division or told.column_name in ('unit_as_sent', 'category')),
        'possible', told.evidence) as evidence),
  decides.decides
from told
left join decides on decides.table_name = told.decided_table and decides.column_name = told.column_name
