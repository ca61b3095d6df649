-- grain: one submission of a file, or the one named · source: history.submission
-- Parameter: SHA-256 of a file, or the id of a submission or a delivery.
select
  submission_id, delivery_id, form_id, edition, reporter_code, reporter_name, period_start, period_end, verdict, sha256, sheet, revision,
  known_to is null as is_current, known_to
from history.submission
where list_contains([sha256, submission_id, delivery_id], cast(? as varchar))
qualify row_number() over (partition by submission_id order by known_from desc) = 1
order by submission_id
