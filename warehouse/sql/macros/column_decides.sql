-- parameters:
-- grain: one column that tells to which division or window a row belongs · source: columns of tables
-- A row that comes to another division still counts in what is above both.
select table_name, column_name, 'window' as decides
from duckdb_columns()
where schema_name = 'main' and not internal and data_type = 'DATE' and table_name <> 'penalty'
union
select 'penalty', column_name, 'window'
from duckdb_columns()
where schema_name = 'main' and not internal and data_type = 'DATE' and table_name in ('penalty', 'penalty_source')
union
select table_name, column_name, 'division'
from duckdb_columns()
where schema_name = 'main' and not internal and column_name = 'division_code'
union
select told.table_name, told.column_name, told.decides
from (values
  ('submission', 'reporter_code', 'division'), ('submission', 'period', 'window'), ('penalty', 'division', 'division'),
  ('penalty', 'authority_code', 'division'), ('penalty', 'authority_name', 'division')
) as told(table_name, column_name, decides)
