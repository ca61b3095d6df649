-- parameters: window_start, window_end
-- grain: one indicator with a yearly target, division and year of the window; value null where no figure tells · source: observation, indicator_definition, indicator_target, figure_outweighed
-- Of indicators that add up one measure; what counts is what measure_rows counts.
with outweighed as (
  select scope, submission_id, ordinal
  from figure_outweighed
  where first_day >= window_start and last_day <= least(window_end, published_on())
  group by scope, submission_id, ordinal
  having arg_max(is_beside, last_day - first_day)
),
figure as (
  select
    definition.indicator_id, unnest(divisions_above(told.division_code)) as division_code, year(told.period_end) as year, told.value
  from observation as told
  join indicator_definition as definition
    on definition.measure = told.measure_id and list_contains(string_split(definition.forms, ','), told.form_id)
    and definition.reporter_level = division_level(told.division_code)
  left join outweighed
    on outweighed.submission_id = told.submission_id and outweighed.ordinal = told.ordinal
    and outweighed.scope = if(contains(definition.forms, ','), '', definition.forms)
  where definition.indicator_id in (select indicator_id from indicator_target where is_yearly)
    and told.period_start >= window_start and told.period_end <= least(window_end, published_on())
    and year(told.period_start) = year(told.period_end)
    and outweighed.submission_id is null
),
asked as (
  select distinct indicator_id, division_code, unnest(generate_series(year(window_start), year(window_end))) as year
  from indicator_target
  where is_yearly
)
select asked.indicator_id, asked.division_code, asked.year, cast(sum(figure.value) as decimal(20, 4)) as value
from asked
left join figure using (indicator_id, division_code, year)
group by all
