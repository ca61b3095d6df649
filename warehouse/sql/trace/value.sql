-- grain: the value of one indicator, division and window · source: indicator_for
-- Parameters: indicator, first day, last day, division.
select
  report.* exclude (window_start, window_end, unit, note), report.unit, report.note,
  definition.title, definition.title_en, definition.meaning, definition.meaning_en, definition.counting_rule,
  definition.numerator as numerator_words, definition.denominator as denominator_words, division.name as division_name
from indicator_for(cast(? as varchar), cast(? as date), cast(? as date)) as report
join indicator_definition as definition using (indicator_id)
left join division using (division_code)
where report.division_code = cast(? as varchar)
