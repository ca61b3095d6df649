-- grain: one visit in the patrol register of a town · source: patrol
-- A town that has visited sites has organised searches.
select
  division_code, 'clears' as role, cast(0 as decimal(20, 4)) as amount, 'patrol' as table_name,
  cast(null as varchar) as row_key, submission_id, ordinal, sheet, cell,
  concat(visited_on, ' 巡查') as note,
  ['division_code', 'visited_on'] as columns_read
from patrol
where visited_on between asked_from and asked_to
