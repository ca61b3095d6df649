-- grain: one answer of a town on the form on which it is assessed · source: observation, completeness
-- What a town says of itself. That nothing happened is only known when every report that was asked for says so.
with said as (
  select division_code, period_start, period_end, value, state, submission_id, ordinal, sheet, cell
  from observation
  where campaign_id = asked_campaign and form_id = asked_form and measure_id = asked_measure
    and period_start >= asked_from and period_end <= asked_to
),
asked as (
  select division_code, count(*) as reports
  from completeness
  where campaign_id = asked_campaign and form_id = asked_form and period_start >= asked_from and period_end <= asked_to
  group by division_code
),
known as (
  select division_code, count(distinct (period_start, period_end)) as reports
  from said
  where value is not null
  group by division_code
)
select
  said.division_code,
  case
    when said.value > 0 then 'deducts'
    when said.value = 0 and coalesce(known.reports >= asked.reports, true) then 'clears'
    else 'silent'
  end as role,
  said.value as amount,
  'observation' as table_name,
  cast(null as varchar) as row_key, said.submission_id, said.ordinal, said.sheet, said.cell,
  concat(year(said.period_start), '年', month(said.period_start), '—', month(said.period_end), '月自报',
    case when said.value is null then '不明' when said.value > 0 then concat('发生 ', plain_number(said.value)) else '未发生' end,
    case when said.value = 0 and known.reports < asked.reports then concat('，应报 ', asked.reports, ' 次只报 ', known.reports, ' 次') end
  ) as note
from said
left join asked using (division_code)
left join known using (division_code)
