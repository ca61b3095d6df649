-- grain: one figure behind the sums that is not known exactly · source: rollup_report, observation
select
  report.reporter_name, measure.label, observation.measure_id, observation.category, observation.state,
  coalesce(observation.verbatim, '') as verbatim, observation.sheet, observation.cell
from rollup_report(?, ?, ?, ?, ?) as report
join observation using (submission_id)
join measure using (measure_id)
where report.use = 'counted' and observation.state in ('approximate', 'blank', 'unreadable')
order by report.reporter_code, observation.submission_id, observation.ordinal
