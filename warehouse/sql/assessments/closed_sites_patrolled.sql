-- grain: one site that was closed, in one month after it · source: indicators.monthly_patrol_gap
-- A month without a patrol deducts. Registers that are only expected tell nothing. Where sites are known to be closed and every month has its patrol, nothing is deducted.
with place as (
  select submission_id, ordinal, sheet, cell from risk_point
  union all
  select submission_id, ordinal, sheet, cell from patrol
)
select
  evidence.division_code,
  if(evidence.amount > 0, 'deducts', 'clears') as role,
  evidence.amount, evidence.table_name, cast(null as varchar) as row_key,
  evidence.submission_id, evidence.ordinal, place.sheet, place.cell,
  if(evidence.amount > 0, '已取缔或歇业，有一个月没有巡查', '已取缔或歇业，当月有巡查') as note,
  evidence.columns_read
from indicators.monthly_patrol_gap(asked_from, asked_to) as evidence
left join place using (submission_id, ordinal)
where evidence.role = 'numerator'
