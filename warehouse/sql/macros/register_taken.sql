-- parameters: register
-- grain: one current submission of a register · source: submission, lead, risk_point
-- Where a county and its towns both send the register, the county's is taken, so that no line counts twice; but that of a town
-- which the county's has no line of is taken, too. A line that names no town may be any town's.
with sent as (
  select submission_id, reporter_code
  from submission
  where form_id = register and verdict in ('accepted', 'accepted_with_warnings')
),
line as (
  select submission_id, division_code from lead
  union
  select submission_id, division_code from risk_point
),
told as (
  select distinct higher.reporter_code, coalesce(line.division_code, higher.reporter_code) as division_code
  from sent as higher
  join line using (submission_id)
)
select submission_id, reporter_code
from sent
where not exists (
  select 1
  from told
  where told.reporter_code <> sent.reporter_code
    and list_contains(divisions_above(sent.reporter_code), told.reporter_code)
    and (list_contains(divisions_above(sent.reporter_code), told.division_code)
      or list_contains(divisions_above(told.division_code), sent.reporter_code))
)
