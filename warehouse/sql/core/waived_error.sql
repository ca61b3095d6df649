-- grain: one error of a rejected submission, decision that lets it pass and time in which it does · source: waiver, staging.finding
-- A waiver without a cell is for all errors of its code. It ends at the end of its last day, or when it is withdrawn. Records
-- of an exchange are refused row by row, which no waiver changes.
with found as (
  select
    finding.submission_id,
    concat_ws('|', cast(finding.ordinal as varchar), finding.judged_in) as error_key,
    waiver.waiver_id,
    waiver.approver,
    waiver.decided_at as waived_from,
    case
      when waiver.withdrawn_at is not null and cast(waiver.withdrawn_at as date) <= waiver.expires_on then waiver.withdrawn_at
      when waiver.expires_on < published_on() then cast(waiver.expires_on + 1 as timestamptz)
    end as waived_to
  from waiver
  join staging.submission as submission using (submission_id)
  join staging.finding as finding
    on finding.submission_id = waiver.submission_id and finding.code = waiver.code
    and (waiver.sheet is null or coalesce(finding.sheet, '') = waiver.sheet) and (waiver.cell is null or coalesce(finding.cell, '') = waiver.cell)
  where finding.severity = 'error' and submission.verdict = 'rejected' and submission.form_id is not null
    and submission.accumulation <> 'each'
)
select *
from found
where waived_to is null or waived_to > waived_from
