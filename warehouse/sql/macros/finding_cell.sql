-- parameters:
-- grain: one cell with an error · source: finding
-- Findings that only the whole history shows are counted from 0 again; here one count goes through both.
select
  submission_id, cast(row_number() over (partition by submission_id order by judged_in nulls first, ordinal) - 1 as integer) as ordinal,
  sheet, cell
from finding
where severity = 'error' and cell <> ''
