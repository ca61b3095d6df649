-- grain: one submission and time span in which the same errors of it were let through · source: core.waived_error
-- is_whole: no error was left, so that the submission counts.
with moment as (
  select submission_id, waived_from as known_from from core.waived_error
  union
  select submission_id, waived_to as known_from from core.waived_error where waived_to is not null
),
span as (
  select *, lead(known_from) over (partition by submission_id order by known_from) as known_to
  from moment
),
error_count as (
  select submission_id, count(*) as errors
  from staging.finding
  where severity = 'error' and submission_id in (select submission_id from moment)
  group by submission_id
)
select
  span.submission_id, span.known_from, span.known_to,
  count(distinct waived.error_key) as waived_count,
  count(distinct waived.error_key) = any_value(error_count.errors) as is_whole
from span
join error_count using (submission_id)
join core.waived_error as waived
  on waived.submission_id = span.submission_id
  and waived.waived_from <= span.known_from and (waived.waived_to is null or waived.waived_to > span.known_from)
group by span.submission_id, span.known_from, span.known_to
