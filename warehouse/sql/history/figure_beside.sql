-- grain: one figure that an office above sent of a division, one report of the division itself for the same days, and the time span in which both counted · source: history.observation, history.submission
-- The division's own report counts; what is said of it above stands beside it.
with report as (
  select submission_id, form_id, reporter_code, period_start, period_end, known_from, known_to
  from history.submission
  where verdict in ('accepted', 'accepted_with_warnings')
),
above as (
  select distinct told.submission_id, told.ordinal, told.form_id, told.division_code, told.period_start, told.period_end, told.known_from, told.known_to
  from history.observation as told
  join report as sender using (submission_id)
  where sender.reporter_code <> told.division_code
)
select
  above.submission_id, above.ordinal, own.submission_id as own_submission_id,
  greatest(above.known_from, own.known_from) as known_from,
  case
    when above.known_to is null then own.known_to
    when own.known_to is null then above.known_to
    else least(above.known_to, own.known_to)
  end as known_to
from above
join report as own
  on own.reporter_code = above.division_code and own.form_id = above.form_id
  and own.period_start <= above.period_end and own.period_end >= above.period_start
  and (own.known_to is null or own.known_to > above.known_from) and (above.known_to is null or above.known_to > own.known_from)
