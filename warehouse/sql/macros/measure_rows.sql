-- parameters: measure, forms, reporter_level, role_of_rows, window_start, window_end
-- grain: one figure of a measure, or one report expected · source: observation of the forms named, at the level named; figure_outweighed
-- Only figures whose whole period lies in the window count; a period is never split. Figures of other levels are left out, so
-- that a town and its county do not count twice. Of what several offices sent of one division and the same days one counts in the
-- window and the others stand beside it (figures_outweighed). A report is complete if all its figures of this
-- measure are known exactly. A division that owes reports and sent none is listed without a value.
select
  division_code,
  case when not is_inside then 'outside' when is_beside then 'beside' else role_of_rows end as role,
  case when is_inside and not is_beside then value end as amount,
  state in ('reported', 'not_applicable') as is_complete,
  cast(null as varchar) as unit_key,
  concat_ws('/', submission_id, division_code, period_start, period_end) as report_key,
  'observation' as table_name,
  cast(null as varchar) as row_key,
  submission_id,
  ordinal
from (
  select
    *,
    period_start >= window_start and period_end <= least(window_end, published_on()) as is_inside,
    (submission_id, ordinal) in (
      select (submission_id, ordinal)
      from figure_outweighed
      where scope = if(len(forms) = 1, forms[1], '') and first_day >= window_start and last_day <= least(window_end, published_on())
      group by submission_id, ordinal
      having arg_max(figure_outweighed.is_beside, last_day - first_day)
    ) as is_beside
  from observation
  where measure_id = measure
    and list_contains(forms, form_id)
    and division_level(division_code) = reporter_level
    and period_end >= window_start
    and period_start <= window_end
)
union all
select
  division_code, 'expected', null, null,
  concat_ws('/', campaign_id, form_id, document_kind, division_code, period_start, period_end),
  null,
  'completeness',
  concat_ws('/', campaign_id, form_id, document_kind, division_code, period_start, period_end),
  null, null
from completeness
where list_contains(forms, form_id)
  and period_start >= window_start and period_end <= least(window_end, published_on())
