-- parameters:
-- grain: one item of an assessment and one who is assessed · source: assessment_rule, division, assessment_evidence
-- A deduction weighs more than its denial; what happened by several statements counts once, as the largest of them. What none
-- of them knows is open and deducts nothing.
with evidence as materialized (
  select * from assessment_evidence()
),
bounds as (
  select distinct assessment_id, level, scope, period_end
  from assessment_rule
),
town as (
  select bounds.assessment_id, division.division_code
  from division
  join bounds on division.level = bounds.level and starts_with(division.division_code, rtrim(bounds.scope, '0'))
  where not division.is_pseudo
    and list_contains(divisions_above(division.division_code), bounds.scope)
    and (division.valid_from is null or division.valid_from <= bounds.period_end)
    and (division.valid_to is null or division.valid_to >= bounds.period_end)
),
assessed as (
  select rule.*, town.division_code
  from assessment_rule as rule
  join town using (assessment_id)
),
said as (
  select
    assessment_id, item_id, division_code, decided_by,
    sum(amount) filter (role = 'deducts') as happened,
    count(*) filter (role = 'clears') as clearing,
    count(*) filter (role = 'not_applicable') as not_applying,
    count(*) as seen
  from evidence
  group by assessment_id, item_id, division_code, decided_by
),
weighed as (
  select
    assessment_id, item_id, division_code,
    max(happened) as happened,
    arg_max(decided_by, happened) as deducting,
    min(decided_by) filter (clearing > 0) as clearing,
    min(decided_by) filter (not_applying > 0) as not_applying,
    sum(seen) as evidence_rows
  from said
  group by assessment_id, item_id, division_code
),
decided as (
  select
    assessed.* exclude (decided_by),
    weighed.happened,
    coalesce(weighed.evidence_rows, 0) as evidence_rows,
    case
      when happened > 0 then 'decided'
      when clearing is not null then 'decided'
      when not_applying is not null then 'not_applicable'
      else 'open'
    end as state,
    case
      when happened > 0 then deducting
      when clearing is not null then clearing
      else not_applying
    end as decided_by
  from assessed
  left join weighed using (assessment_id, item_id, division_code)
)
select
  assessment_id, campaign_id, period_start, period_end, division_code, item_id, ordinal, number, text, points, counted,
  case when state = 'decided' then coalesce(happened, 0) end as happened,
  cast(case
    when state <> 'decided' then null
    when coalesce(happened, 0) = 0 then 0
    when counted = 'once' then points
    else least(points * happened, coalesce(cap, points * happened))
  end as decimal(20, 4)) as deduction,
  state,
  decided_by,
  cast(evidence_rows as integer) as evidence_rows,
  if(state = 'open', open_question, null) as note
from decided
