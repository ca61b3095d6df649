-- parameters: asked_form, asked_level, asked_division, first_day, last_day
-- grain: one accepted report of the form whose period lies in the days asked for, of the division or below · source: submission
-- use says what becomes of it, so that nothing counts twice: counted reports are those of the level that the form is meant
-- for, one of a level above where nothing below it came, one of a level below where no report of that level covers it.
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
whole as (
  select *
  from sent
  where not exists (
    select 1
    from sent as longer
    where longer.reporter_code = sent.reporter_code
      and longer.period_start <= sent.period_start and longer.period_end >= sent.period_end
      and (longer.period_start < sent.period_start or longer.period_end > sent.period_end)
  )
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
      where above.level = above.meant and above.reporter_code <> asked_division
        and list_contains(divisions_above(sent.reporter_code), above.reporter_code)
    ) then 'counted'
    else 'covered'
  end as use
from sent
