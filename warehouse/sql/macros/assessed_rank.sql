-- parameters:
-- grain: one assessment and one who is assessed · source: town_assessment, assessment_rule
-- The fewer points deducted, the better the rank. Open items deduct nothing until they are decided, so a rank holds only among
-- those whose items are decided alike. A score needs a base, which the document may not print: it is an assumption.
with summed as (
  select
    assessment_id, division_code,
    cast(coalesce(sum(deduction), 0) as decimal(20, 4)) as deduction,
    cast(count(*) filter (state = 'decided') as integer) as decided_items,
    cast(count(*) filter (state = 'open') as integer) as open_items,
    cast(count(*) filter (state = 'not_applicable') as integer) as not_applicable_items
  from town_assessment
  group by assessment_id, division_code
),
based as (
  select assessment_id, any_value(base) as base
  from assessment_rule
  group by assessment_id
)
select
  assessment_id, division_code, deduction, decided_items, open_items, not_applicable_items,
  base,
  cast(base - deduction as decimal(20, 4)) as score,
  base is not null as is_score_assumed,
  cast(rank() over (partition by assessment_id order by deduction) as integer) as rank
from summed
join based using (assessment_id)
