-- grain: one division below the reporter that a submission is a report of, too · source: staging.observation, every register, expected_report
-- Only of offices that may send one report for all: those that it has lines or figures of, and where a campaign says that it
-- covers all of them, everybody who owes the report.
with collected as (
  select submission_id, reporter_code, form_id, campaign_id
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
union
select collected.submission_id, expected.division_code
from collected
join expected_report as expected
  on expected.collected_by = collected.reporter_code and expected.form_id = collected.form_id
  and expected.campaign_id = collected.campaign_id and expected.covers = 'all'
