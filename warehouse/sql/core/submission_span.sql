-- grain: one time span in which a submission was current with the same errors let through · source: core.submission_validity, core.waived_span
with moment as (
  select submission_id, known_from as validity_from, known_from from core.submission_validity
  union
  select validity.submission_id, validity.known_from, edge.known_from
  from core.submission_validity as validity
  join (
    select submission_id, known_from from core.waived_span
    union
    select submission_id, known_to from core.waived_span where known_to is not null
  ) as edge using (submission_id)
  where edge.known_from > validity.known_from and (validity.known_to is null or edge.known_from < validity.known_to)
),
cut as (
  select *, lead(known_from) over (partition by submission_id, validity_from order by known_from) as next_from
  from moment
)
select
  validity.submission_id, cut.known_from, coalesce(cut.next_from, validity.known_to) as known_to, validity.counts,
  coalesce(waived.waived_count, 0) as waived_count,
  coalesce(waived.is_whole, false) as is_whole
from core.submission_validity as validity
join cut on cut.submission_id = validity.submission_id and cut.validity_from = validity.known_from
left join core.waived_span as waived
  on waived.submission_id = validity.submission_id
  and waived.known_from <= cut.known_from and (waived.known_to is null or waived.known_to > cut.known_from)
