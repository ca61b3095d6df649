-- grain: one time span in which a submission was what is known of its slot · source: core.judged_validity, core.waived_span
-- In a slot with waivers the latest counts that does at each moment: a submission by its verdict from when it was received, a
-- rejected one while all its errors are let through. While it counts it is not on show as rejected.
with slot as (
  select * from core.submission_slot where slot in (select slot from core.waived_slot)
),
counting as (
  select slot, position, origin_id, received_at as counts_from, cast(null as timestamptz) as counts_to
  from slot
  where counts
  union all
  select slot.slot, slot.position, slot.origin_id, greatest(slot.received_at, waived.known_from), waived.known_to
  from slot
  join core.waived_span as waived on waived.submission_id = slot.origin_id
  where not slot.counts and waived.is_whole and (waived.known_to is null or waived.known_to > slot.received_at)
),
moment as (
  select slot, counts_from as known_from from counting
  union
  select slot, counts_to as known_from from counting where counts_to is not null
),
holding as (
  select moment.slot, moment.known_from, arg_max(counting.origin_id, counting.position) as submission_id
  from moment
  left join counting
    on counting.slot = moment.slot
    and counting.counts_from <= moment.known_from and (counting.counts_to is null or counting.counts_to > moment.known_from)
  group by moment.slot, moment.known_from
),
changing as (
  select *
  from holding
  qualify lag(known_from) over (partition by slot order by known_from) is null
    or lag(submission_id) over (partition by slot order by known_from) is distinct from submission_id
),
counting_span as (
  select slot, submission_id, known_from, lead(known_from) over (partition by slot order by known_from) as known_to
  from changing
),
shown as (
  select validity.submission_id, validity.known_from, validity.known_to
  from core.judged_validity as validity
  join slot using (submission_id)
  where not validity.counts and (validity.known_to is null or validity.known_to > validity.known_from)
),
start as (
  select submission_id, known_from, known_to from shown
  union
  select shown.submission_id, waived.known_to as known_from, shown.known_to
  from shown
  join core.waived_span as waived using (submission_id)
  where waived.is_whole and waived.known_to > shown.known_from and (shown.known_to is null or waived.known_to < shown.known_to)
),
shown_span as (
  select
    start.submission_id, start.known_from,
    min(coalesce(waived.known_from, start.known_to)) as first_waived,
    any_value(start.known_to) as last_shown
  from start
  left join core.waived_span as waived
    on waived.submission_id = start.submission_id and waived.is_whole and waived.known_from > start.known_from
  where not exists (
    select 1
    from core.waived_span as letting
    where letting.submission_id = start.submission_id and letting.is_whole
      and letting.known_from <= start.known_from and (letting.known_to is null or letting.known_to > start.known_from)
  )
  group by start.submission_id, start.known_from
),
span as (
  select validity.*
  from core.judged_validity as validity
  where not exists (
    select 1 from slot where slot.submission_id = validity.submission_id or slot.origin_id = validity.submission_id)
  union all
  select submission_id, known_from, known_to, true as counts
  from counting_span
  where submission_id is not null
  union all
  select
    submission_id, known_from,
    case when first_waived is null or last_shown < first_waived then last_shown else first_waived end as known_to,
    false as counts
  from shown_span
)
select submission_id, known_from, known_to, counts from span
union all
select submission_id, received_at as known_from, received_at as known_to, false as counts
from slot
where submission_id not in (select submission_id from span)
