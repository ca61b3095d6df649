-- grain: one finding of a submission of this run's deliveries · source: judged_finding; the file's own first
select
  submission.delivery_id, finding.submission_id, finding.code, finding.severity, finding.sheet, finding.cell, finding.measure_id,
  finding.message, finding.message_en, finding.verbatim, finding.expected
from judged_finding as finding
join judged_submission as submission using (submission_id)
join judged_tree as tree using (delivery_id)
order by tree.root_id, tree.place, submission.ordinal, finding.judged_in nulls first, finding.ordinal
