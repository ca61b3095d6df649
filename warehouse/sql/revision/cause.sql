-- Why each thing counts otherwise. Of a report: which submission counted in its slot before, which does now. Of a penalty: which
-- version holds, and what else is new about its party. Of an expected report: what arrived for it, and whether
-- it was expected before. What no submission explains is due to definitions, else to the day.
create temp table cause as
with report as (
  select
    thing,
    any_value(former.submission_id) as former_id,
    any_value(counting.submission_id) as current_id
  from (select distinct thing from difference where kind = 'report') as things
  left join core.submission_slot as slot on slot.slot = things.thing
  left join former_counting as former on former.submission_id = slot.submission_id
  left join (
    select submission_id from core.submission_validity where counts and known_to is null
  ) as counting on counting.submission_id = slot.submission_id
  group by thing
),
waived as (
  select submission_id, string_agg(distinct waiver_id, ' ' order by waiver_id) as waiver_ids
  from core.waived_error
  group by submission_id
),
late as (
  select distinct submission_id from completeness where state = 'late'
),
report_cause as (
  select
    report.thing, report.current_id, report.former_id,
    case
      when report.former_id is not distinct from report.current_id then null
      when now.verdict = 'rejected' then 'waiver'
      when waived_before.waiver_ids is not null and before.verdict = 'rejected' and (now.submission_id is null or now.received_at < before.received_at) then 'waiver'
      when report.former_id is null and report.current_id in (select submission_id from former_known) then 'judged_again'
      when report.former_id is null then if(late.submission_id is not null, 'late_report', 'new_report')
      when report.current_id is null or now.received_at < before.received_at then 'judged_again'
      else 'resubmission'
    end as cause,
    case when now.verdict = 'rejected' then waived_now.waiver_ids when before.verdict = 'rejected' then waived_before.waiver_ids end as waiver_ids
  from report
  left join staging.submission as now on now.submission_id = report.current_id
  left join staging.submission as before on before.submission_id = report.former_id
  left join late on late.submission_id = report.current_id
  left join waived as waived_now on waived_now.submission_id = report.current_id
  left join waived as waived_before on waived_before.submission_id = report.former_id
),
changed_division as (
  (from division except from former_division)
  union all
  (from former_division except from division)
),
now_expected as (
  select concat_ws('/', campaign_id, form_id, document_kind, division_code, period_start, period_end) as row_key, due_on
  from expected_report
),
awaited as (
  select
    row_key as thing,
    max(submission_id) filter (moment = 'former') as former_id,
    max(submission_id) filter (moment = 'now') as current_id
  from (
    select 'former' as moment, row_key, table_name, submission_id from former_evidence
    union all
    select 'now', row_key, table_name, submission_id from current_evidence
  )
  where table_name = 'completeness'
  group by row_key
),
awaited_cause as (
  select
    awaited.thing, awaited.current_id, awaited.former_id,
    case
      when coalesce(awaited.current_id, awaited.former_id) in (select submission_id from core.waived_span where is_whole) then 'waiver'
      when coalesce(awaited.former_id, awaited.current_id) is null then
        case
          when (former.row_key is null) is distinct from (expected.row_key is null)
            and left(split_part(awaited.thing, '/', -3), 6) in (select left(division_code, 6) from changed_division) then 'boundary'
          when former.due_on = expected.due_on and context.other_day then 'day'
        end
      when (awaited.current_id is null or awaited.current_id = awaited.former_id) and context.other_rules then null
      when awaited.current_id is null or awaited.current_id = awaited.former_id then 'judged_again'
      when late.submission_id is not null then 'late_report'
      else 'new_report'
    end as cause,
    waived.waiver_ids
  from awaited
  left join late on late.submission_id = awaited.current_id
  left join waived on waived.submission_id = coalesce(awaited.current_id, awaited.former_id)
  left join former_expected as former on former.row_key = awaited.thing
  left join now_expected as expected on expected.row_key = awaited.thing
  cross join publication_context as context
),
news as (
  select penalty_id, party_key, submission_id, version, status
  from history.penalty
  where submission_id not in (select submission_id from former_known) and (known_to is null or known_to > known_from)
),
person as (
  select distinct thing, penalty.party_key
  from difference
  join history.penalty as penalty on penalty.penalty_id = difference.thing
  where kind = 'penalty'
),
own_news as (
  select thing, penalty_id, submission_id, version, status
  from (select distinct thing from difference where kind = 'penalty') as things
  join news on news.penalty_id = things.thing
),
other_news as (
  select person.thing, news.penalty_id, news.submission_id, news.version, news.status
  from person
  join news on news.party_key = person.party_key and news.penalty_id <> person.thing
  where person.thing not in (select thing from own_news)
),
-- Parties that were joined or parted: the penalties of both then count otherwise.
joined_party as (
  select unnest([party_id, group_key]) as party_key
  from (
    (from party_group except from former_party)
    union all
    (from former_party except from party_group)
  )
),
regrouped as (
  select distinct person.thing
  from person
  where person.party_key in (from joined_party)
),
penalty_cause as (
  select
    thing, penalty_id, submission_id,
    case
      when status = 'withdrawn' then 'withdrawn_penalty'
      when status = 'amended' or version > 1 then 'amended_penalty'
      else 'new_penalty'
    end as cause
  from (select * from own_news union all select * from other_news)
  union all
  select thing, null, null, 'matching'
  from regrouped
  where thing not in (select thing from own_news union all select thing from other_news)
)
select distinct
  difference.indicator_id, difference.window_start, difference.window_end, difference.division_code,
  coalesce(report_cause.cause, awaited_cause.cause, penalty_cause.cause) as cause,
  coalesce(report_cause.current_id, awaited_cause.current_id, penalty_cause.submission_id) as submission_id,
  coalesce(
    nullif(report_cause.former_id, report_cause.current_id),
    nullif(awaited_cause.former_id, awaited_cause.current_id)) as replaced_submission_id,
  coalesce(penalty_cause.penalty_id, case when difference.kind = 'penalty' then difference.thing end) as penalty_id,
  coalesce(report_cause.waiver_ids, awaited_cause.waiver_ids) as waiver_ids,
  difference.kind, difference.is_gone, difference.is_regrouped
from difference
left join report_cause on difference.kind = 'report' and report_cause.thing = difference.thing
left join awaited_cause on difference.kind = 'expected' and awaited_cause.thing = difference.thing
left join penalty_cause on difference.kind = 'penalty' and penalty_cause.thing = difference.thing
