-- parameters: day
-- zh: 某一天的线索台账：当天以前受理的每条线索，当天是否办结、结果、已经多少天；当天以后才有的日期为空
-- grain: one lead received by a day, as it stood at the end of that day · source: leads_counted
select
  lead.lead_id, lead.reporter_code, lead.division_code,
  lead.received_on, lead.source, lead.is_real_name, lead.violation_group,
  case when lead.closed_on <= day then lead.closed_on end as closed_on,
  case when lead.closed_on <= day then lead.result else 'open' end as result,
  case when lead.replied_on <= day then lead.replied_on end as replied_on,
  case when lead.referred_on <= day then lead.referred_on end as referred_on,
  coalesce(lead.closed_on > day, true) as is_open,
  least(coalesce(lead.closed_on, day), day) - lead.received_on as days_open,
  lead.submission_id, lead.ordinal, lead.sheet, lead.cell
from leads_counted() as lead
where lead.received_on <= day
order by lead.reporter_code, lead.received_on, lead.lead_id
