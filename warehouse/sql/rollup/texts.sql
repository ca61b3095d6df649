-- grain: one text behind a cell that several reports fill with different words · source: rollup_report, observation
with text as (
  select submission_id, measure_id, category, value_text, ordinal from observation
  union all
  select submission_id, measure_id, category, value_text, ordinal from stated_figure where role = 'total'
)
select report.reporter_name, measure.label, text.category, text.value_text
from rollup_report(?, ?, ?, ?, ?) as report
join text using (submission_id)
join measure using (measure_id)
where report.use = 'counted' and measure.kind = 'text' and text.value_text is not null
order by report.reporter_code, report.submission_id, text.ordinal
