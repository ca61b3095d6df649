-- grain: one look-back report that counts more than the summary of the same months · source: known_submission, observation
with summary as (
  select reporter_code, period_start, period_end, received_at, submission_id
  from known_submission
  where form_id = 'jiangsu-campaign-summary'
),
pair as (
  select judged.submission_id, summary.submission_id as summary_id
  from known_submission as judged
  join summary using (reporter_code, period_start, period_end)
  where judged.is_judged and judged.form_id = 'jiangsu-lookback' and summary.received_at <= judged.received_at
  qualify row_number() over (partition by judged.submission_id order by summary.received_at desc, summary.submission_id) = 1
),
whole as (
  select pair.submission_id, sum(value) as whole
  from pair
  join observation as figure on figure.submission_id = pair.summary_id
  where measure_id = 'penalised_units'
  group by pair.submission_id
)
select whole.submission_id, figure.measure_id, figure.verbatim, figure.sheet, figure.cell, whole.whole
from whole
join observation as figure using (submission_id)
where figure.measure_id = 'lookback_penalised_parties' and figure.value > whole.whole
