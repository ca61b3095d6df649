-- grain: one row that a cell was read into · source: row_place, heading_cell
-- decides: division or window, where another content moves the row elsewhere.
-- Parameters: submission, sheet, address.
with asked as (
  select cast(? as varchar) as submission_id, cast(? as varchar) as sheet, cast(? as varchar) as address
),
place as (
  select place.*, asked.address
  from row_place() as place
  join asked using (submission_id, sheet)
),
named as (
  select *, split_part(unnest(string_split(column_cells, ' ')), '=', 1) as name
  from place
  where column_cells is not null
),
found as (
  select table_name, submission_id, ordinal, name
  from named
  where column_cell(cell, column_cells, name) = address
  union all
  select table_name, submission_id, ordinal, null
  from place
  where column_cells is null and cell = address and table_name not in ('completeness', 'finding')
  union
  select 'submission', submission_id, null, decides
  from heading_cell()
  join asked using (submission_id, sheet)
  where cell = address
)
select
  found.table_name, concat_ws('#', found.submission_id, found.ordinal) as row_key, found.name as column_name,
  figure.measure_id, measure.label as measure_label, measure.label_en as measure_label_en, figure.category, figure.verbatim,
  figure.state, figure.role, figure.value,
  case
    when found.name in ('division_code', 'reporter_code') then 'division'
    when found.name = 'period' or kind.data_type = 'DATE' then 'window'
  end as decides
from found
left join (
  select 'observation' as table_name, submission_id, ordinal, measure_id, category, verbatim, state, value, null as role from observation
  union all
  select 'stated_figure', submission_id, ordinal, measure_id, category, verbatim, state, value, role from stated_figure
) as figure using (table_name, submission_id, ordinal)
left join measure using (measure_id)
left join (
  select distinct table_name, column_name, data_type from duckdb_columns() where schema_name = 'main' and not internal
) as kind on kind.table_name = found.table_name and kind.column_name = found.name
order by all
