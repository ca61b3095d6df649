-- parameters: asked_form, asked_level, asked_division, first_day, last_day
-- grain: one figure of the form for the division or one below it · source: rollup_report, observation, stated_figure
-- Sums of the reports that count, in the stored unit; role total are the totals that they state, of which only texts and
-- restated periods are needed. span_start and span_end only where a figure is of a part of its report's period. A figure
-- that nobody knows adds nothing and is counted; one that is approximate makes the sum so.
with report as materialized (
  select * from rollup_report(asked_form, asked_level, asked_division, first_day, last_day)
  where use in ('counted', 'own')
),
sent as (
  select
    submission_id, 'observation' as role, measure_id, category, division_code, period_start, period_end, value, value_text,
    state, bound
  from observation
  union all
  select
    submission_id, role, measure_id, category, division_code, period_start, period_end, value, value_text, state, bound
  from stated_figure
  where role = 'total'
),
figure as (
  select
    unnest(divisions_above(sent.division_code)) as division_code,
    report.use, report.reporter_code, report.reporter_name,
    sent.role, sent.measure_id, sent.category, sent.value, sent.value_text, sent.state, sent.bound,
    sent.period_start = report.period_start and sent.period_end = report.period_end as is_whole,
    sent.period_start, sent.period_end
  from sent
  join report using (submission_id)
)
select
  role,
  measure_id,
  category,
  division_code,
  if(is_whole, null, period_start) as span_start,
  if(is_whole, null, period_end) as span_end,
  sum(value) filter (use = 'counted') as value,
  case
    when count(*) filter (use = 'counted' and state = 'approximate') = 0 then null
    when count(distinct coalesce(bound, 'about')) filter (use = 'counted' and state = 'approximate') = 1
      then any_value(coalesce(bound, 'about')) filter (use = 'counted' and state = 'approximate')
    else 'about'
  end as bound,
  any_value(value_text) filter (use = 'counted') as value_text,
  count(distinct value_text) filter (use = 'counted') as texts,
  count(*) filter (use = 'counted') as figures,
  count(*) filter (use = 'counted' and state in ('reported', 'approximate')) as known,
  count(*) filter (use = 'counted' and state = 'not_applicable') as not_applicable,
  count(*) filter (use = 'counted' and state in ('blank', 'unreadable')) as unknown,
  sum(value) filter (use = 'own') as own_value,
  count(*) filter (use = 'own') as own_figures
from figure
where list_contains(divisions_above(division_code), asked_division)
group by role, measure_id, category, division_code, if(is_whole, null, period_start), if(is_whole, null, period_end)
