-- parameters: window_start, window_end
-- grain: one indicator and division with a figure that a document prints for the window · source: stated_figure
select
  definition.indicator_id, stated.division_code, stated.value as published_value,
  printed_decimals(stated.verbatim) as decimals, printed_unit(stated.unit_as_sent) as factor,
  stated.submission_id, stated.ordinal
from stated_figure as stated
join indicator_definition as definition on definition.printed_measure = stated.measure_id
where stated.role = 'published' and stated.value is not null
  and stated.period_end = window_end and stated.period_start between window_start - 1 and window_start
qualify row_number() over (
  partition by definition.indicator_id, stated.division_code
  order by stated.period_start desc, stated.submission_id, stated.ordinal) = 1
