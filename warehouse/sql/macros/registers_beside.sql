-- parameters:
-- grain: the lines that a register has of one division and that are not added, and a register that counts instead · source: submission, every placed register
-- Of what several offices list of one division the nearest one counts: its own register, else that of the next office above
-- which lists it. Lines of an office that name no place below it may be of any place below: where others list such places, the
-- longer of both lists counts, theirs if they are equally long. A register without lines hides nothing. Only registers that are
-- sent whole each time are lists of the same; a line that names no division is of its office.
with line as (
  select cast(null as varchar) as submission_id, cast(null as varchar) as division_code where false
  -- for each placed register: union all select submission_id, division_code from {table}
),
part as (
  select
    sent.form_id, sent.reporter_code, coalesce(line.division_code, sent.reporter_code) as division_code,
    min(sent.submission_id) as submission_id, count(*) as lines
  from line
  join submission as sent using (submission_id)
  where sent.accumulation = 'snapshot' and sent.verdict in ('accepted', 'accepted_with_warnings')
  group by sent.form_id, sent.reporter_code, coalesce(line.division_code, sent.reporter_code)
),
ranked as (
  select
    *,
    row_number() over (
      partition by form_id, division_code
      order by
        if(list_contains(divisions_above(division_code), reporter_code),
          list_position(['town', 'county', 'city', 'province'], division_level(reporter_code)), 5),
        reporter_code
    ) = 1 as is_nearest
  from part
),
-- What lies below each division that has lines of its own.
below as (
  select
    wide.form_id, wide.division_code, any_value(wide.reporter_code) as reporter_code,
    any_value(wide.lines) + coalesce(sum(ranked.lines) filter (ranked.reporter_code = wide.reporter_code), 0) as its_lines,
    sum(ranked.lines) filter (ranked.reporter_code <> wide.reporter_code and ranked.is_nearest) as other_lines
  from ranked as wide
  join (select *, unnest(divisions_above(division_code)) as above from ranked) as ranked
    on ranked.form_id = wide.form_id and ranked.above = wide.division_code and ranked.division_code <> wide.division_code
  where wide.is_nearest
  group by wide.form_id, wide.division_code
  having other_lines > 0
),
wider as (
  select
    ranked.form_id, ranked.division_code, ranked.reporter_code,
    arg_max(below.reporter_code, list_position(['town', 'county', 'city', 'province'], division_level(below.division_code))) as taken_by
  from (select *, unnest(divisions_above(division_code)) as above from ranked) as ranked
  join below on below.form_id = ranked.form_id and below.division_code = ranked.above and ranked.above <> ranked.division_code
  where below.its_lines > below.other_lines
  group by ranked.form_id, ranked.division_code, ranked.reporter_code
),
decided as (
  select
    ranked.*,
    case
      when wider.taken_by is not null then wider.taken_by = ranked.reporter_code
      else ranked.is_nearest and coalesce(below.its_lines > below.other_lines, true)
    end as is_counted
  from ranked
  left join wider
    on wider.form_id = ranked.form_id and wider.division_code = ranked.division_code and wider.reporter_code = ranked.reporter_code
  left join below on below.form_id = ranked.form_id and below.division_code = ranked.division_code
),
-- Whatever clashes with nothing that counts is taken back, so that nothing is left out for lines that do not count themselves.
left_out as (
  select form_id, list({'office': reporter_code, 'division': division_code} order by
      list_position(['town', 'county', 'city', 'province'], division_level(reporter_code)), division_code, reporter_code) as said
  from decided
  where not is_counted and not exists (
    select 1
    from decided as counted
    where counted.is_counted and counted.form_id = decided.form_id and counted.reporter_code <> decided.reporter_code
      and left(counted.division_code, 2) = left(decided.division_code, 2)
      and (list_contains(divisions_above(counted.division_code), decided.division_code)
        or list_contains(divisions_above(decided.division_code), counted.division_code))
  )
  group by form_id, left(division_code, 2)
),
taken_back as (
  select form_id, unnest(list_reduce(
    list_transform(said, lambda one: [one]),
    lambda kept, next: if(
      len(list_filter(kept, lambda other: other.office <> next[1].office
        and (list_contains(divisions_above(other.division), next[1].division)
          or list_contains(divisions_above(next[1].division), other.division)))) = 0,
      list_concat(kept, next), kept))) as one
  from left_out
),
judged as (
  select
    * replace (is_counted or (form_id, reporter_code, division_code) in (
      select (form_id, one.office, one.division) from taken_back) as is_counted)
  from decided
),
pair as (
  select
    beside.form_id, beside.submission_id, beside.division_code, beside.lines,
    counted.submission_id as counted_submission_id, sum(counted.lines) as counted_lines
  from judged as beside
  join judged as counted
    on counted.form_id = beside.form_id and counted.reporter_code <> beside.reporter_code
    and left(counted.division_code, 2) = left(beside.division_code, 2)
    and (list_contains(divisions_above(counted.division_code), beside.division_code)
      or list_contains(divisions_above(beside.division_code), counted.division_code))
  where not beside.is_counted and counted.is_counted
  group by all
)
select
  *, lines - sum(counted_lines) over (partition by submission_id, division_code) as difference
from pair
