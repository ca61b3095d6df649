-- No table is there any more; their files are deleted afterwards.
delete from iceberg_tables
