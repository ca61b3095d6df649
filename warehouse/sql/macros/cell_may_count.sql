-- parameters: submission, sheet_name, cell_address
-- grain: one indicator for which a cell may bring in what does not count yet · source: row_place, heading_cell, stated_figure, column_decides, indicator_definition
-- By what each indicator looks at (looks_at); for headings and lines of figures the forms it takes, for printed figures the
-- measure it is printed under. scope: other windows, other
-- divisions, or anywhere, where rows are compared with each other.
with place as (
  select * from row_place() where submission_id = submission and sheet = sheet_name
),
named as (
  select table_name, split_part(unnest(string_split(column_cells, ' ')), '=', 1) as column_name, cell, column_cells
  from place
  where column_cells is not null
),
found as (
  select table_name, column_name from named where column_cell(cell, column_cells, column_name) = cell_address
  union
  select 'submission', decides from heading_cell() where submission_id = submission and sheet = sheet_name and cell = cell_address
),
looked as (
  select indicator_id, string_split(forms, ',') as forms, printed_measure, string_split(looks_at, ' ') as columns
  from indicator_definition
),
figure as (
  select distinct 'observation' as table_name, cast(null as varchar) as measure_id
  union all
  select distinct 'stated_figure', measure_id
  from stated_figure
  where submission_id = submission and sheet = sheet_name and regexp_extract(cell, '[0-9]+$') = regexp_extract(cell_address, '[0-9]+$')
    and role in ('published', 'target')
),
sent as (
  select any_value(form_id) as form_id from history.submission where submission_id = submission
),
asked as (
  select looked.indicator_id, found.table_name, found.column_name
  from found
  join looked on list_contains(looked.columns, concat(found.table_name, '.', found.column_name))
  union
  select looked.indicator_id, found.table_name, found.column_name
  from found
  cross join sent
  join looked on list_contains(looked.forms, sent.form_id)
  where found.table_name in ('submission', 'observation') and found.column_name <> 'value'
  union
  select looked.indicator_id, found.table_name, found.column_name
  from found
  join figure using (table_name)
  join looked on found.column_name = 'measure_id' or looked.printed_measure = figure.measure_id
  where found.table_name = 'stated_figure' and found.column_name <> 'value'
),
compared as (
  select distinct indicator_id, split_part(looked_at, '.', 1) as table_name
  from (select indicator_id, unnest(columns) as looked_at from looked)
  where looked_at <> ''
    and (split_part(looked_at, '.', 1), split_part(looked_at, '.', 2)) not in (select (table_name, column_name) from column_decides())
)
select distinct
  asked.indicator_id,
  case
    when compared.table_name is not null or asked.column_name in ('measure_id', 'category', 'unit_as_sent') then 'anywhere'
    when decides.decides = 'division' then 'divisions'
    else 'windows'
  end as scope
from asked
left join compared using (indicator_id, table_name)
left join (from column_decides()) as decides using (table_name, column_name)
order by all
