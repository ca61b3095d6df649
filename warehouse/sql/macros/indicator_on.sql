-- parameters: id, window_start, window_end, boundary_year
-- grain: one division as it was at the end of a year · source: indicator_values_on
-- The series of an area through years in which boundaries changed. is_comparable is false where reports of former or later
-- divisions cannot be shared out; then there is no value.
select
  indicator_id, cast(window_start as date) as window_start, cast(window_end as date) as window_end, boundary_year as boundary_year,
  division_code, noted.numerator, noted.denominator, value, definition.unit, expected_reports, received_reports,
  percentage(least(complete_reports, expected_reports), expected_reports) as coverage, is_comparable, noted.note
from indicator_values_on(cast(window_start as date), cast(window_end as date), make_date(boundary_year, 12, 31)) as noted
join indicator_definition as definition using (indicator_id)
where indicator_id = id
