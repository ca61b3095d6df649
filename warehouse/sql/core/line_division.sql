-- grain: one division below the reporter of which a submission has lines or figures · source: staging.observation, every register, expected_report
-- Only of offices that may send one report for all.
with collected as (
  select submission_id, reporter_code
  from staging.submission
  where reporter_code in (select collected_by from expected_report)
),
line as (
  select submission_id, division_code from staging.observation where state <> 'blank'
  -- for each placed register: union all select submission_id, division_code from staging.{table}
)
select distinct submission_id, line.division_code
from line
join collected using (submission_id)
where line.division_code <> collected.reporter_code
  and list_contains(divisions_above(line.division_code), collected.reporter_code)
