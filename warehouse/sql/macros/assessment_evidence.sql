-- parameters:
-- grain: one thing that is known of an item of an assessment · source: every file of sql/assessments
-- role: deducts, clears, not_applicable, or silent where it decides nothing. columns_read may be left out:
-- the columns of the row that were looked at.
select
  assessment_id, item_id, decided_by, division_code, role, cast(amount as decimal(20, 4)) as amount,
  table_name, row_key, submission_id, cast(ordinal as bigint) as ordinal, sheet, cell, note, columns_read
from (
  select
    cast(null as varchar) as assessment_id, cast(null as varchar) as item_id, cast(null as varchar) as decided_by,
    cast(null as varchar) as division_code, cast(null as varchar) as role, cast(null as decimal(20, 4)) as amount,
    cast(null as varchar) as table_name, cast(null as varchar) as row_key, cast(null as varchar) as submission_id,
    cast(null as bigint) as ordinal, cast(null as varchar) as sheet,
    cast(null as varchar) as cell, cast(null as varchar) as note, cast(null as varchar[]) as columns_read
  where false
  -- for each assessed: union all by name select '{assessment}' as assessment_id, '{item}' as item_id, '{statement}' as decided_by, * from assessments.{statement}('{campaign}', '{form}', '{measure}', date '{from}', date '{to}')
)
