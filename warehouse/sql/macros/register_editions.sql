-- parameters: window_start, window_end
-- grain: one edition of a register that is expected of a division in the window or in a part of it · source: completeness, form, submission
-- is_told: it came, or a later one did that holds what it would have held: of a register that is always sent whole (is_whole) any
-- later one, else one that begins as early. What is expected counts by unit_key, what is told of that lowers no coverage.
select
  owed.form_id, owed.division_code, owed.edition_key, owed.period_end, owed.is_whole,
  owed.period_start >= window_start and owed.period_end <= least(window_end, published_on()) as is_inside,
  owed.is_sent
    or coalesce(owed.period_end <= owed.last_end and (owed.is_whole or teller.period_start <= owed.period_start), false) as is_told
from (
  select
    form_id, division_code, period_start, period_end, form.accumulation = 'snapshot' as is_whole,
    concat_ws('/', campaign_id, form_id, document_kind, division_code, period_start, period_end) as edition_key,
    state in ('on_time', 'late') as is_sent,
    max(period_end) filter (state in ('on_time', 'late')) over divisions as last_end,
    arg_max(submission_id, period_end) filter (state in ('on_time', 'late')) over divisions as last_submission_id
  from completeness
  join (select distinct form_id, accumulation from form where accumulation in ('snapshot', 'cumulative')) as form using (form_id)
  window divisions as (partition by campaign_id, form_id, division_code)
) as owed
left join submission as teller on teller.submission_id = owed.last_submission_id
where owed.period_start <= window_end and owed.period_end >= window_start
