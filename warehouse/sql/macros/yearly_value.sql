-- parameters: window_start, window_end
-- grain: one indicator with a yearly target, division and year of the window; value null where no figure tells · source: indicator_evidence, indicator_target, observation
with figure as (
  select evidence.indicator_id, unnest(divisions_above(evidence.division_code)) as division_code, year(told.period_end) as year, evidence.amount
  from indicator_evidence(window_start, window_end) as evidence
  join observation as told using (submission_id, ordinal)
  where evidence.role in ('numerator', 'both') and evidence.table_name = 'observation'
    and evidence.indicator_id in (select indicator_id from indicator_target where is_yearly)
),
asked as (
  select distinct indicator_id, division_code, unnest(generate_series(year(window_start), year(window_end))) as year
  from indicator_target
  where is_yearly
)
select asked.indicator_id, asked.division_code, asked.year, cast(sum(figure.amount) as decimal(20, 4)) as value
from asked
left join figure using (indicator_id, division_code, year)
group by all
