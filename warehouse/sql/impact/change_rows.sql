-- grain: one changed finding of a submission, or the submission alone · source: changed_submission, changed_finding
select
  submission.*, finding.change, finding.code, finding.severity, finding.sheet, finding.cell, finding.message, finding.message_en
from changed_submission as submission
left join changed_finding as finding using (submission_id)
order by
  not submission.is_standing, not submission.flips, submission.reporter_code, submission.form_id, submission.period_start, submission.received_at, submission.submission_id,
  finding.change = 'goes', finding.code, finding.sheet, length(finding.cell), finding.cell, finding.message
