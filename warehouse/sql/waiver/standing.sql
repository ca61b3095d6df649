-- Waivers as the publication knows them, each with what it makes of its submission: no verdict if that is not current.
select
  waiver.waiver_id,
  waiver.submission_id,
  waiver.withdrawn_at is not null as is_withdrawn,
  waiver.withdrawn_at is null and waiver.expires_on >= published_on() as holds,
  submission.verdict,
  coalesce(submission.waived_count, 0) > 0 as is_waived
from waiver
left join submission using (submission_id)
