-- grain: one letter, or one visit that calls for joint action, or one register without any · source: joint_request, patrol
-- A visit that calls for joint action without a letter of the town deducts. A letter answers for the visits up to its day; of one
-- that calls for it after the last letter nobody here knows whether it is the same site again. Where every visit of the registers
-- received needs none, there was nothing to ask for.
with letter as (
  select division_code, submission_id, ordinal, sheet, cell, coalesce(requested_on, surveyed_to) as asked_on
  from joint_request
  where coalesce(requested_on, surveyed_to) between asked_from and asked_to
),
visit as (
  select division_code, submission_id, ordinal, sheet, cell, visited_on, needs_joint_action
  from patrol
  where visited_on between asked_from and asked_to
),
answered as (
  select division_code, max(asked_on) as last_asked_on
  from letter
  group by division_code
),
unanswered as (
  select visit.*, answered.last_asked_on
  from visit
  join answered using (division_code)
  where visit.needs_joint_action and visit.visited_on > answered.last_asked_on
),
calm as (
  select division_code
  from visit
  group by division_code
  having bool_and(needs_joint_action is false)
)
select
  division_code, if(division_code in (select division_code from unanswered), 'silent', 'clears') as role, cast(0 as decimal(20, 4)) as amount, 'joint_request' as table_name,
  cast(null as varchar) as row_key, submission_id, ordinal, sheet, cell, concat(asked_on, ' 申请联合执法') as note,
  ['division_code', 'requested_on', 'surveyed_to'] as columns_read
from letter
union all
select
  division_code, 'deducts', cast(1 as decimal(20, 4)), 'patrol', null, submission_id, ordinal, sheet, cell,
  concat(visited_on, ' 巡查登记需联合查处，没有申请函'),
  ['division_code', 'visited_on', 'needs_joint_action']
from visit
where needs_joint_action and division_code not in (select division_code from letter)
union all
select
  division_code, 'silent', cast(0 as decimal(20, 4)), 'patrol', null, submission_id, ordinal, sheet, cell,
  concat(visited_on, ' 巡查登记需联合查处，此前 ', last_asked_on, ' 的申请函之后没有再申请，需核实'),
  ['division_code', 'visited_on', 'needs_joint_action']
from unanswered
union all
select
  visit.division_code, 'not_applicable', cast(0 as decimal(20, 4)), 'patrol', null, submission_id, ordinal, sheet, cell,
  concat(visited_on, ' 巡查登记不需联合查处'),
  ['division_code', 'visited_on', 'needs_joint_action']
from visit
where division_code in (select division_code from calm) and division_code not in (select division_code from letter)
