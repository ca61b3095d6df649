-- grain: one item of an assessment and one who is assessed · source: town_assessment, assessment_rule
select
  item.division_code, item.item_id, rule.section, rule.title, item.number, item.text, item.points, item.counted,
  item.happened, item.deduction, item.state, item.note, item.period_start, item.period_end
from town_assessment as item
join assessment_rule as rule using (assessment_id, item_id)
where item.assessment_id = ?
order by item.division_code, item.ordinal
