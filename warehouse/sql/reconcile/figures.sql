-- grain: one figure that a document prints · source: reconciliation
select
  measure.label, division.name, figure.period_start, figure.period_end, figure.verbatim, figure.unit_as_sent, figure.unit,
  figure.computed_value, figure.difference, figure.matches, figure.explanation, figure.sheet, figure.cell
from reconciliation as figure
join measure using (measure_id)
left join division using (division_code)
order by figure.division_code, figure.period_end, figure.period_start, figure.ordinal, figure.submission_id
