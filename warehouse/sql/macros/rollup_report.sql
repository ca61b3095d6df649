-- parameters: asked_form, asked_level, asked_division, first_day, last_day
-- grain: one accepted report of the form whose period lies in the days asked for, of the division or below · source: submission
-- use says what becomes of it, so that nothing counts twice: counted reports are those of the level that the form is meant
-- for, one of a level above where nothing below it came, one of a level below where none above it, up to that level, came. Of
-- reports of one reporter that share days the longest counts.
-- The division's own report is compared and never added (own); the others are only listed (covered).
with sent as (
  select
    submission_id, reporter_code, reporter_name, period_start, period_end, revision, verdict, received_at,
    case division_level(reporter_code) when 'town' then 1 when 'county' then 2 when 'city' then 3 else 4 end as level,
    case asked_level when 'town' then 1 when 'county' then 2 when 'city' then 3 else 4 end as meant
  from submission
  where form_id = asked_form and verdict in ('accepted', 'accepted_with_warnings')
    and period_start >= first_day and period_end <= last_day
    and list_contains(divisions_above(reporter_code), asked_division)
),
chosen as (
  select unnest(list_reduce(
    list_transform(said, lambda one: [one]),
    lambda kept, next: if(
      len(list_filter(kept, lambda it: it.first <= next[1].last and it.last >= next[1].first)) = 0, list_concat(kept, next), kept)
  )).submission_id as submission_id
  from (
    select list({'submission_id': submission_id, 'first': period_start, 'last': period_end}
      order by period_end - period_start desc, period_start, submission_id) as said
    from sent
    group by reporter_code
  )
),
whole as (
  select * from sent where submission_id in (select submission_id from chosen)
)
select
  submission_id, reporter_code, reporter_name, period_start, period_end, revision, verdict, received_at,
  case
    when reporter_code = asked_division then 'own'
    when submission_id not in (select submission_id from whole) then 'covered'
    when level = meant then 'counted'
    when level > meant and not exists (
      select 1
      from whole as below
      where below.reporter_code <> sent.reporter_code
        and list_contains(divisions_above(below.reporter_code), sent.reporter_code)
    ) then 'counted'
    when level < meant and not exists (
      select 1
      from whole as above
      where above.level <= above.meant and above.level > sent.level and above.reporter_code <> asked_division
        and list_contains(divisions_above(sent.reporter_code), above.reporter_code)
    ) then 'counted'
    else 'covered'
  end as use
from sent
