-- grain: one expected report, with the names people know · source: the published completeness, campaign, form, division
with titled as (
  select form_id, arg_max(title, edition) as title, arg_max(title_en, edition) as title_en
  from form
  group by form_id
)
select
  completeness.campaign_id,
  campaign.title as campaign_title,
  completeness.form_id,
  titled.title as form_title,
  completeness.document_kind,
  completeness.division_code,
  division.name as division_name,
  completeness.period_start,
  completeness.period_end,
  completeness.due_on,
  epoch_ms(completeness.received_at) as received_ms,
  completeness.state,
  published_on() as published_on
from completeness
left join campaign on campaign.campaign_id = completeness.campaign_id
left join titled on titled.form_id = completeness.form_id
left join division on division.division_code = completeness.division_code
order by completeness.campaign_id, completeness.form_id, completeness.document_kind, completeness.due_on,
  completeness.period_start, completeness.period_end, completeness.division_code
