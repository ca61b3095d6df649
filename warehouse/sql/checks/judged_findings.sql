-- grain: one finding of a submission of this run's deliveries · source: judged_finding; the file's own first
select
  submission.delivery_id, finding.submission_id, finding.code, finding.severity, finding.sheet, finding.cell, finding.measure_id,
  finding.message, finding.message_en, finding.verbatim, finding.expected
from judged_finding as finding
join judged_submission as submission using (submission_id)
where submission.delivery_id in (select delivery_id from candidate_delivery)
order by submission.delivery_id, submission.ordinal, finding.judged_in nulls first, finding.ordinal
