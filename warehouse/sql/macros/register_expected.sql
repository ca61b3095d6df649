-- parameters: window_start, window_end
-- grain: one edition of a register that is expected for an indicator of its lines; once more each division that it tells of · source: register_editions, indicator_definition
-- A division that told of these days and has no line has none: role none, zero, which is not the same as unknown.
with edition as (
  select definition.indicator_id, told.*
  from register_editions(window_start, window_end) as told
  join indicator_definition as definition on definition.forms = told.form_id
)
select
  indicator_id, division_code, 'expected' as role, null as amount, edition_key as unit_key, edition_key as report_key, is_told as is_complete,
  'completeness' as table_name, edition_key as row_key
from edition
where is_inside
union all
select
  indicator_id, division_code, 'none', 0, null, null, null, 'completeness',
  max_by(edition_key, (period_end, edition_key))
from edition
where is_whole and is_told
group by indicator_id, division_code
