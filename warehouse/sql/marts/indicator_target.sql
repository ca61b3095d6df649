-- grain: one indicator, division and period with a target · source: indicator definitions, else stated_figure of role target
-- A definition names its target exactly; a plan sent in fills in where no definition does. Shares become per cent.
with declared as (
  select indicator_id, division_code, period_start, period_end, comparison, cast(target as decimal(20, 4)) as target,
    cast(is_yearly as boolean) as is_yearly, source,
    cast(null as integer) as ordinal
  from lake.declared_target
),
sent as (
  select
    definition.indicator_id, stated.division_code, stated.period_start, stated.period_end,
    case definition.direction when 'down' then 'at_most' else 'at_least' end as comparison,
    case
      when definition.unit = '%' and coalesce(stated.unit, '') <> '%' and stated.value <= 1 then stated.value * 100
      else stated.value
    end as target,
    false as is_yearly,
    stated.submission_id as source,
    stated.ordinal
  from stated_figure as stated
  join indicator_definition as definition on definition.printed_measure = stated.measure_id
  where stated.role = 'target' and stated.value is not null
)
select * from declared
union all
select *
from sent
where not exists (
  select 1
  from declared
  where declared.indicator_id = sent.indicator_id and declared.division_code = sent.division_code
    and declared.period_start = sent.period_start and declared.period_end = sent.period_end
)
qualify row_number() over (
  partition by indicator_id, division_code, period_start, period_end order by source, target) = 1
