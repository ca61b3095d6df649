-- parameters:
-- grain: no rows
-- What each indicator gives: one row for each row it counts or has looked at. Columns it leaves out are null.
select
  cast(null as varchar) as division_code, cast(null as varchar) as role, cast(null as decimal(20, 4)) as amount,
  cast(null as varchar) as unit_key, cast(null as varchar) as report_key, cast(null as boolean) as is_complete,
  cast(null as varchar) as table_name, cast(null as varchar) as row_key,
  cast(null as varchar) as submission_id, cast(null as bigint) as ordinal, cast(null as varchar[]) as columns_read
where false
