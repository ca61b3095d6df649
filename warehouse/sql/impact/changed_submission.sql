-- grain: one submission with another verdict or other findings · source: before_verdict, after_verdict, changed_finding
create table changed_submission as
select
  coalesce(after.submission_id, before.submission_id) as submission_id,
  coalesce(after.form_id, before.form_id) as form_id,
  coalesce(after.edition, before.edition) as edition,
  coalesce(after.reporter_code, before.reporter_code) as reporter_code,
  coalesce(after.reporter_name, before.reporter_name) as reporter_name,
  coalesce(after.period_start, before.period_start) as period_start,
  coalesce(after.period_end, before.period_end) as period_end,
  coalesce(after.received_at, before.received_at) as received_at,
  before.verdict as verdict_before,
  after.verdict as verdict_after,
  coalesce(before.is_counting, false) as counts_before,
  coalesce(after.is_counting, false) as counts_after,
  coalesce(before.is_standing, false) or coalesce(after.is_standing, false) as is_standing,
  before.verdict is distinct from after.verdict as flips
from before_verdict as before
full outer join after_verdict as after using (submission_id)
where before.verdict is distinct from after.verdict
  or before.is_counting is distinct from after.is_counting
  or coalesce(after.submission_id, before.submission_id) in (select submission_id from changed_finding)
