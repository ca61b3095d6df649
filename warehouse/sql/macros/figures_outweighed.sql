-- parameters:
-- grain: one figure that is not added, one that counts instead, and the windows in which that is so · source: observation, submission
-- Of what several offices say of one division, measure and category every day counts once. From the nearest office to the
-- farthest: a longer figure counts unless those of nearer offices cover all its days or one of them is at least as long; what it
-- outweighs stands beside it. Of two of one office the longer counts. At last whatever shares no day with what counts is taken
-- back, so that nothing is left out for a figure that does not count itself. What nobody knows (blank, unreadable) hides nothing,
-- and stands beside what is known of all its days.
-- A window knows only the figures inside it. Those of them that hang together by the days they share decide among themselves:
-- so this is decided for each stretch of days (first_day to last_day) whose figures hang together, and in a window the longest
-- stretch inside it with the figure tells (figure_outweighed). scope: figures of one form, or (empty) of all of them.
with told_of as (
  select measure_id, coalesce(category, '') as category, division_code, min(form_id) = max(form_id) as is_one_form
  from observation
  group by all
  having count(*) > 1 and (min(submission_id) <> max(submission_id) or min(period_start) <> max(period_start))
),
figure as (
  select
    told_of.measure_id, told_of.category, told_of.division_code, told.submission_id, told.period_start, told.period_end,
    unnest(if(is_one_form, [told.form_id], [told.form_id, ''])) as scope,
    is_one_form,
    if(list_contains(divisions_above(told_of.division_code), sender.reporter_code),
      list_position(['town', 'county', 'city', 'province'], division_level(sender.reporter_code)), 5) as distance,
    told.ordinal, told.value, told.value is not null or told.state = 'not_applicable' as is_known
  from observation as told
  join told_of
    on told_of.measure_id = told.measure_id and told_of.category = coalesce(told.category, '') and told_of.division_code = told.division_code
  join submission as sender on sender.submission_id = told.submission_id
  where told.period_start <= told.period_end
),
told as (
  select
    measure_id, category, division_code, scope, is_one_form, submission_id, period_start, period_end, distance,
    bool_or(is_known) as is_known, sum(value) as value, min(ordinal) as ordinal, list(ordinal order by ordinal) as ordinals
  from figure
  group by measure_id, category, division_code, scope, is_one_form, submission_id, period_start, period_end, distance
),
-- Figures that hang together by the days they share.
chained as (
  select
    *,
    coalesce(max(period_end) over (
      partition by measure_id, category, division_code, scope
      order by period_start, period_end, submission_id
      rows between unbounded preceding and 1 preceding) < period_start, true) as is_first
  from told
),
numbered as (
  select
    *,
    count(*) filter (is_first) over (
      partition by measure_id, category, division_code, scope
      order by period_start, period_end, submission_id) as chain
  from chained
),
heard as (
  select
    unnest(if(is_one_form, [scope, ''], [scope])) as scope,
    list(
      {'submission_id': submission_id, 'ordinal': ordinal, 'ordinals': ordinals, 'first': period_start, 'last': period_end,
        'days': period_end - period_start + 1, 'is_known': is_known, 'value': value}
      order by distance, period_end - period_start desc, period_start, submission_id) as said,
    list({'first': period_start, 'last': period_end} order by period_start, period_end) as laid,
    list(distinct period_start order by period_start) as starts,
    list(distinct period_end order by period_end) as ends
  from numbered
  group by measure_id, category, division_code, numbered.scope, is_one_form, chain
  having count(*) > 1
),
choice as (
  select
    *,
    list_filter(laid, lambda it: it.first >= first_day and it.last <= last_day) as inside
  from (select *, unnest(ends) as last_day from (select *, unnest(starts) as first_day from heard))
  where first_day <= last_day
),
held as (
  select
    scope, first_day, last_day, first_day = starts[1] and last_day = ends[len(ends)] as is_whole,
    list_filter(said, lambda one: one.first >= first_day and one.last <= last_day) as said
  from choice
  where len(inside) > 1
    and list_reduce(inside, lambda until, next: {
      'first': until.first, 'last': if(next.first <= until.last, greatest(until.last, next.last), until.last)
    }, {'first': first_day, 'last': first_day}) = {'first': first_day, 'last': last_day}
),
-- Those that count share no day, so days shared with them add up. Lambdas take what they need from their lists only: with columns
-- of the row in list_reduce DuckDB 1.5.6 mixes up the rows.
outward as (
  select
    *,
    list_reduce(
      list_transform(list_filter(said, lambda one: one.is_known), lambda one: [one]),
      lambda kept, next: case
        when len(list_filter(kept, lambda it: it.first <= next[1].last and it.last >= next[1].first)) = 0
          then list_concat(kept, next)
        when len(list_filter(kept, lambda it: it.first <= next[1].last and it.last >= next[1].first and it.days >= next[1].days)) > 0
          then kept
        when list_sum(list_transform(kept, lambda it:
            greatest(0, least(it.last, next[1].last) - greatest(it.first, next[1].first) + 1))) >= next[1].days
          then kept
        else list_concat(list_filter(kept, lambda it: it.first > next[1].last or it.last < next[1].first), next)
      end,
      list_filter(said, lambda one: false)) as chosen
  from held
),
whole as (
  select
    * replace (list_reduce(
      list_transform(list_filter(said, lambda one: one.is_known), lambda one: [one]),
      lambda kept, next: if(
        len(list_filter(kept, lambda it: it.first <= next[1].last and it.last >= next[1].first)) = 0, list_concat(kept, next), kept),
      chosen) as chosen)
  from outward
),
counted as (
  select
    *,
    list_reduce(
      list_transform(list_filter(said, lambda one: not one.is_known), lambda one: [one]),
      lambda kept, next: if(
        coalesce(list_sum(list_transform(list_filter(kept, lambda it: it.is_known), lambda it:
          greatest(0, least(it.last, next[1].last) - greatest(it.first, next[1].first) + 1))), 0) >= next[1].days
          or len(list_filter(kept, lambda it: it.first <= next[1].first and it.last >= next[1].last)) > 0,
        kept, list_concat(kept, next)),
      chosen) as standing
  from whole
),
judged as (
  select
    scope, first_day, last_day, is_whole, figure, not list_contains(standing, figure) as is_beside,
    list_filter(standing, lambda it: it.first <= figure.last and it.last >= figure.first) as instead
  from (select *, unnest(said) as figure from counted)
)
select
  scope, first_day, last_day, is_whole, is_beside,
  figure.submission_id as submission_id, unnest(figure.ordinals) as ordinal,
  figure.first as period_start, figure.last as period_end, figure.days as days, figure.value as value, if(is_beside, instead, null) as instead
from judged
