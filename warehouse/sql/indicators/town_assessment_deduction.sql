-- grain: one thing known of an item that is decided · source: town_assessment, town_assessment_evidence, heading_cell, completeness
-- What deducts counts once for its item, whatever it rests on; what clears an item counts as nothing deducted.
select
  item.division_code,
  if(item.state = 'decided' and evidence.role in ('deducts', 'clears'), 'numerator', 'context') as role,
  case when item.state = 'decided' then if(evidence.role = 'deducts', item.deduction, 0) end as amount,
  concat_ws('/', item.assessment_id, item.division_code, item.item_id) as unit_key,
  evidence.table_name, evidence.row_key, evidence.submission_id,
  cast(coalesce(evidence.row_ordinal, heading.ordinal) as bigint) as ordinal,
  string_split(evidence.columns_read, ' ') as columns_read
from town_assessment as item
join town_assessment_evidence as evidence using (assessment_id, item_id, division_code)
left join heading_cell() as heading on evidence.table_name = 'completeness' and heading.submission_id = evidence.submission_id
where item.period_start >= window_start and item.period_end <= least(window_end, published_on())
union all
select
  division_code, 'expected', null,
  concat_ws('/', campaign_id, form_id, document_kind, division_code, period_start, period_end),
  'completeness',
  concat_ws('/', campaign_id, form_id, document_kind, division_code, period_start, period_end),
  null, null, null
from completeness
where form_id in (select form_id from assessment_rule)
  and period_start >= window_start and period_end <= least(window_end, published_on())
