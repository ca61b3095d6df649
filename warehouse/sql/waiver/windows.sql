-- Published windows in which something was let through; a register as of a day lies in all of them.
select distinct window_start, window_end
from indicator as published
where exists (
  select 1
  from submission_without_waivers as touched
  join history.submission as submission using (submission_id)
  where submission.accumulation = 'snapshot' or submission.period_start is null
    or (submission.period_start <= published.window_end and submission.period_end >= published.window_start)
)
order by all
