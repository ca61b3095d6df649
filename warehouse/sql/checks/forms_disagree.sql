-- grain: one figure that another form of the same reporter states otherwise · source: known_submission, observation, stated_figure
-- Of two forms the one that came later is told, compared with what counted of the other when it came. Forms of one file compare themselves
-- when they are read. What is approximate may stand for a range, as it does there.
with stated as (
  select
    submission_id, ordinal, measure_id, category, division_code, period_start, period_end, value, state, bound, verbatim, sheet, cell
  from observation
  union all
  select submission_id, ordinal, measure_id, category, division_code, period_start, period_end, value, state, bound, verbatim, sheet, cell
  from stated_figure
  where role in ('total', 'narrative')
),
subject as materialized (
  select distinct known.submission_id, known.slot, known.form_id, known.reporter_code, known.is_judged, stated.measure_id, stated.period_start, stated.period_end
  from known_submission as known
  join stated using (submission_id)
  where stated.value is not null and known.reporter_code in (select reporter_code from known_submission where is_judged)
),
-- Only what speaks of the same measure and the same days is paired: a reporter with years behind it has a thousand other slots.
met as (
  select distinct judged.submission_id, known.slot
  from subject as judged
  join subject as known
    on known.reporter_code = judged.reporter_code and known.measure_id = judged.measure_id
    and known.period_start is not distinct from judged.period_start and known.period_end is not distinct from judged.period_end
    and known.form_id <> judged.form_id
  where judged.is_judged
),
other as (
  select
    judged.submission_id, known.submission_id as other_id, known.form_id, known.received_at as received, known.period_start, known.period_end
  from met
  join known_submission as judged using (submission_id)
  join known_submission as known
    on known.slot = met.slot and known.delivery_id <> judged.delivery_id
    and (known.received_at < judged.received_at or (known.received_at = judged.received_at and known.delivery_id < judged.delivery_id))
  qualify row_number() over (
    partition by judged.submission_id, known.slot order by known.received_at desc, known.delivery_id desc, known.ordinal desc) = 1
),
figure as materialized (
  select
    *,
    case when state = 'reported' then value when bound = 'lower' then value else 0.9 * value end as low,
    case when state = 'reported' then value when bound = 'upper' then value when bound = 'lower' then null else 1.1 * value end as high
  from stated
  where value is not null
    and (submission_id in (select submission_id from other) or submission_id in (select other_id from other))
  qualify row_number() over (
    partition by submission_id, measure_id, category, division_code, period_start, period_end order by ordinal) = 1
)
select
  mine.submission_id, mine.measure_id, coalesce(mine.verbatim, '') as verbatim, coalesce(mine.sheet, '') as sheet, coalesce(mine.cell, '') as cell,
  coalesce(theirs.verbatim, '') as expected, other.received, other.form_id as other_form,
  concat_ws(' 至 ', other.period_start, other.period_end) as other_period, concat_ws(' to ', other.period_start, other.period_end) as other_period_en,
  concat_ws('!', nullif(theirs.sheet, ''), theirs.cell) as other_place, coalesce(theirs.verbatim, '') as other
from other
join figure as mine on mine.submission_id = other.submission_id
join figure as theirs
  on theirs.submission_id = other.other_id and theirs.measure_id = mine.measure_id and theirs.category = mine.category
  and theirs.division_code is not distinct from mine.division_code
  and theirs.period_start is not distinct from mine.period_start and theirs.period_end is not distinct from mine.period_end
where mine.low > coalesce(theirs.high, mine.low) or theirs.low > coalesce(mine.high, theirs.low)
order by mine.submission_id, mine.ordinal, other.form_id, other.other_id
