-- grain: one risk point that was closed, in one month after it, with its patrols; one patrol register expected · source: risk_points_counted, patrol, campaign, expected_report, completeness
-- From the month after it was closed each site is to be looked at once a month, as long as a campaign runs that asks its town for
-- patrol registers. A month counts when it is over. A month without a patrol counts 1, one with patrols 0, by each of them.
with asked as (
  select expected_report.division_code, min(campaign.valid_from) as valid_from, max(campaign.valid_to) as valid_to
  from expected_report
  join campaign using (campaign_id)
  where expected_report.form_id = 'xianju-patrol-register'
  group by expected_report.division_code
),
site as (
  select
    point.division_code, point.site_key, point.risk_point_key, point.submission_id, point.ordinal,
    greatest(date_trunc('month', point.closed_on) + interval 1 month, window_start, asked.valid_from) as first_day,
    least(window_end, asked.valid_to, published_on() - 1) as last_day
  from risk_points_counted() as point
  join asked using (division_code)
  where point.closed_on is not null and point.site_key is not null
),
month as (
  select site.*, cast(unnest(generate_series(date_trunc('month', first_day), last_day, interval 1 month)) as date) as month_start
  from site
  where last_day >= first_day
),
due as (
  select *
  from month
  where month_start >= first_day and last_day(month_start) <= last_day
),
visit as (
  select due.*, patrol.submission_id as patrol_submission_id, patrol.ordinal as patrol_ordinal
  from due
  left join patrol on patrol.site_key = due.site_key and patrol.visited_on between due.month_start and last_day(due.month_start)
)
select
  division_code, 'numerator' as role, if(count(patrol_submission_id) = 0, 1, 0) as amount, 'risk_point' as table_name,
  submission_id, ordinal, ['division_code', 'closed_on', 'address'] as columns_read
from visit
group by division_code, risk_point_key, submission_id, ordinal, month_start
union all
select
  division_code, 'numerator', 0, 'patrol', patrol_submission_id, patrol_ordinal, ['division_code', 'address', 'visited_on']
from visit
where patrol_submission_id is not null
union all by name
select
  division_code, 'expected' as role, 'completeness' as table_name, edition_key as row_key, edition_key as unit_key, edition_key as report_key,
  is_told as is_complete
from register_editions(window_start, window_end)
where form_id = 'xianju-patrol-register' and is_inside
