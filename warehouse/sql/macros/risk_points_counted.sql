-- parameters:
-- grain: one line of a risk-point-register that counts · source: risk_point, submission, register_beside
-- division_code is that of the office where the line names none.
select
  line.* replace (coalesce(line.division_code, sent.reporter_code) as division_code),
  sent.reporter_code
from risk_point as line
join submission as sent using (submission_id)
where sent.form_id = 'risk-point-register' and sent.verdict in ('accepted', 'accepted_with_warnings')
  and not exists (
    select 1
    from register_beside as beside
    where beside.submission_id = line.submission_id and beside.division_code = coalesce(line.division_code, sent.reporter_code)
  )
