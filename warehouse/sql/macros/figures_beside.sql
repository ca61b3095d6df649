-- parameters:
-- grain: one figure that stands beside another one for the same division, measure, category and days · source: observation, submission
-- Of what a division reported itself and what an office above sent of it, in the same form, one counts. A figure that nobody
-- knows stands beside nobody's. The division's own counts where its reports cover all days of the one above, or one of them
-- is at least as long; else the one above counts, and what the division reported of part of those days stands beside it.
-- counted_from, counted_to: the days of what counts instead. In a window without them the figure counts itself.
with figure as (
  select
    told.submission_id, told.ordinal, told.form_id, told.measure_id, told.category, told.division_code, told.period_start, told.period_end,
    told.value is not null or told.state = 'not_applicable' as is_known,
    sender.reporter_code = told.division_code as is_own
  from observation as told
  join submission as sender using (submission_id)
),
met as (
  select
    above.submission_id, above.ordinal, above.period_start, above.period_end, above.is_known,
    list({'submission_id': own.submission_id, 'ordinal': own.ordinal, 'first': own.period_start, 'last': own.period_end}
      order by own.period_end - own.period_start desc, own.period_start, own.submission_id, own.ordinal) as owns
  from figure as above
  join figure as own
    on own.form_id = above.form_id and own.measure_id = above.measure_id and own.division_code = above.division_code
    and coalesce(own.category, '') = coalesce(above.category, '')
    and own.period_start <= above.period_end and own.period_end >= above.period_start
  where not above.is_own and own.is_own and (own.is_known or not above.is_known)
  group by all
),
judged as (
  select
    *,
    -- No day of it on which none of the division's own periods begins or goes on.
    len(list_filter(
      list_concat([period_start], list_transform(owns, lambda own: cast(own.last + 1 as date))),
      lambda day: day between period_start and period_end and len(list_filter(owns, lambda own: day between own.first and own.last)) = 0
    )) = 0 as is_covered,
    owns[1].last - owns[1].first >= period_end - period_start as is_shorter
  from met
)
select distinct
  submission_id, ordinal, unnest(owns).submission_id as counted_submission_id,
  case
    when not is_known then period_start
    when is_shorter then owns[1].first
    else list_min(list_transform(owns, lambda own: own.first))
  end as counted_from,
  case
    when not is_known then period_end
    when is_shorter then owns[1].last
    else list_max(list_transform(owns, lambda own: own.last))
  end as counted_to
from judged
where not is_known or is_covered or is_shorter
union
select own.submission_id, own.ordinal, submission_id, period_start, period_end
from (select *, unnest(owns) as own from judged where is_known and not is_covered and not is_shorter)
