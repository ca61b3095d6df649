-- Whether Iceberg has made its catalogue.
select count(*) from sqlite_master where type = 'table' and name = 'iceberg_tables'
