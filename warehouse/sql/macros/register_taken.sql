-- parameters: register
-- grain: one current submission of a register · source: submission
-- Where a county and its towns both send the register, the county's is taken, so that no line counts twice.
with sent as (
  select submission_id, reporter_code
  from submission
  where form_id = register and verdict in ('accepted', 'accepted_with_warnings')
)
select submission_id, reporter_code
from sent
where not exists (
  select 1
  from sent as higher
  where higher.reporter_code <> sent.reporter_code
    and list_contains(divisions_above(sent.reporter_code), higher.reporter_code)
)
