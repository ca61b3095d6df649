-- grain: one problem and time span in which its submission was current with the same errors let through · source: staging.finding
with letting as (
  select span.submission_id, span.known_from, waived.error_key, string_agg(distinct waived.approver, '、' order by waived.approver) as waived_by
  from core.submission_span as span
  join core.waived_error as waived
    on waived.submission_id = span.submission_id
    and waived.waived_from <= span.known_from and (waived.waived_to is null or waived.waived_to > span.known_from)
  group by span.submission_id, span.known_from, waived.error_key
)
select
  finding.*,
  cast(null as varchar) as package_id,
  letting.waived_by,
  span.known_from,
  span.known_to
from staging.finding as finding
join core.submission_span as span using (submission_id)
left join letting
  on letting.submission_id = span.submission_id and letting.known_from = span.known_from
  and letting.error_key = concat_ws('|', cast(finding.ordinal as varchar), finding.judged_in)
