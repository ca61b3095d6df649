-- parameters: window_start, window_end
-- grain: one row behind an indicator of a division, in one role · source: indicator_evidence, printed_figure, indicator_target
-- What counts above and below the line is listed twice; a row is listed for its own division and all above it. cells are those
-- of the columns that decided, or that of the figure.
with placed as (
  select
    indicator_id, unnest(divisions_above(division_code)) as division_code, division_code as row_division, role, amount, unit_key, table_name, row_key,
    submission_id, ordinal, columns_read
  from indicator_evidence(window_start, window_end)
  union all
  select
    indicator_id, division_code, division_code, 'published', published_value, null, 'stated_figure', concat(submission_id, '#', ordinal),
    submission_id, ordinal, null
  from printed_figure(window_start, window_end)
  union all
  select
    indicator_id, division_code, division_code, 'target', target, null, 'stated_figure', concat(source, '#', ordinal), source, ordinal, null
  from indicator_target
  where ordinal is not null and period_start = window_start and period_end = window_end
),
parted as (
  select * replace (unnest(if(role = 'both', ['numerator', 'denominator'], [role])) as role)
  from placed
)
select
  parted.indicator_id, window_start as window_start, window_end as window_end, parted.division_code, parted.role,
  parted.table_name, parted.row_key, parted.submission_id, place.sheet, place.cell, parted.row_division, parted.amount, parted.unit_key,
  case
    when place.cell is null then null
    when parted.columns_read is null then [place.cell]
    else list_sort(list_distinct(list_filter(
      list_transform(parted.columns_read, lambda name: column_cell(place.cell, place.column_cells, name)),
      lambda address: address is not null)))
  end as cells
from parted
left join row_place() as place using (table_name, submission_id, ordinal)
