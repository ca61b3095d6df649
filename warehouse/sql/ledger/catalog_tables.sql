-- Metadata file of each table.
select table_namespace || '.' || table_name, metadata_location from iceberg_tables order by 1
