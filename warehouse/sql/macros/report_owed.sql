-- parameters: window_start, window_end
-- grain: one cell that tells of a report whose period ends in the window, or one report without any · source: completeness, history.submission, finding_cell, history.observation, every register
-- What makes a submission this report are the cells that say who reports and on which days; of one that was returned, also those
-- with the errors; of one that an office above sent for all, those of the lines of this division. A report that is missing has no cell: expected_report says which definition asks for it. Not due yet and
-- not here yet counts nowhere.
with owed as (
  select
    division_code, state, submission_id,
    concat_ws('/', campaign_id, form_id, document_kind, division_code, period_start, period_end) as unit_key
  from completeness
  where period_end between window_start and least(window_end, published_on())
    and (due_on < published_on() or state in ('on_time', 'late'))
),
collected as materialized (
  select distinct owed.*
  from owed
  join history.submission as sent using (submission_id)
  where sent.reporter_code <> owed.division_code
),
line as (
  select 'observation' as table_name, submission_id, ordinal, division_code from history.observation where state <> 'blank'
  -- for each placed register: union all select '{table}', submission_id, ordinal, division_code from history.{table}
)
select
  division_code, state, 1 as amount, unit_key, 'completeness' as table_name, unit_key as row_key, submission_id,
  heading.ordinal, cast(null as varchar[]) as columns_read
from owed
left join heading_cell() as heading using (submission_id)
union all
select division_code, state, 1, unit_key, 'finding', null, submission_id, finding.ordinal, null
from owed
join finding_cell() as finding using (submission_id)
where state = 'returned'
union all
select distinct division_code, state, 1, unit_key, line.table_name, null, submission_id, line.ordinal, ['division_code']
from collected
join line using (submission_id, division_code)
