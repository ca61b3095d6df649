-- grain: one time span in which a submission was what is known of its slot, if no error was ever let through · source: core.submission_slot
-- A submission has several spans if it was replaced and then sent again (A, B, A), and one of no length if it never
-- held (duplicates). A rejected one is on show until something else arrives in its slot, but its figures never count.
with counting as (
  select *, lag(origin_id) over (partition by slot order by position) as former
  from core.submission_slot
  where counts
),
accepted_span as (
  select
    origin_id as submission_id,
    received_at as known_from,
    lead(received_at) over (partition by slot order by position) as known_to
  from counting
  where former is distinct from origin_id
),
everything as (
  select *, lag(origin_id) over (partition by slot order by position) as former
  from core.submission_slot
),
other_span as (
  select
    origin_id as submission_id,
    received_at as known_from,
    lead(received_at) over (partition by slot order by position) as known_to,
    counts
  from everything
  where former is distinct from origin_id
),
span as (
  select submission_id, known_from, known_to, true as counts from accepted_span
  union all
  select submission_id, known_from, known_to, false as counts from other_span where not counts
)
select submission_id, known_from, known_to, counts from span
union all
select submission_id, received_at as known_from, received_at as known_to, false as counts
from core.submission_slot
where submission_id not in (select submission_id from span)
