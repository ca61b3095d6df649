-- grain: one additive figure and time span in which it was current · source: staging.observation
select
  figure.*,
  submission.form_id,
  submission.campaign_id,
  validity.known_from,
  case when validity.counts then validity.known_to else validity.known_from end as known_to
from staging.observation as figure
join staging.submission as submission using (submission_id)
join core.submission_validity as validity using (submission_id)
