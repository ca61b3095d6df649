-- grain: one submission that counts or counted, of the forms and reporters that are judged · source: slotted_submission, judgement
-- What the checks in sets compare: is_judged are those they look at, former_id is what counted in its slot when it came.
create table known_submission as
with placed as (
  select
    member.submission_id, member.slot, member.form_id, member.edition, member.reporter_code, member.accumulation, member.period_start, member.period_end,
    member.received_at, member.delivery_id, member.ordinal, coalesce(member.sheet, '') as sheet,
    coalesce(judgement.verdict, member.verdict) as verdict,
    judgement.submission_id is not null as is_judged,
    nullif(judgement.former_id, '') as former_id
  from slotted_submission as member
  left join judgement using (submission_id)
  where member.form_id is not null and member.accumulation <> 'each'
),
counted as materialized (
  select * exclude (verdict) from placed where verdict in ('accepted', 'accepted_with_warnings')
)
select *
from counted
where form_id in (select form_id from counted where is_judged) or reporter_code in (select reporter_code from counted where is_judged)
