-- grain: one submission · source: staging.submission
-- origin_id is the submission whose rows it stands for: its own, or for a duplicate those of what it repeats.
with recursive chain as (
  select submission_id, submission_id as origin_id, 0 as steps
  from staging.submission
  union all
  select chain.submission_id, original.submission_id as origin_id, chain.steps + 1 as steps
  from chain
  join staging.submission as repeated on repeated.submission_id = chain.origin_id
  join staging.submission as original on original.submission_id = repeated.same_as
  where repeated.verdict = 'duplicate' and chain.steps < 100
)
select submission_id, arg_max(origin_id, steps) as origin_id
from chain
group by submission_id
