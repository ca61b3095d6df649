-- grain: one figure far from the reporter's own earlier periods, or from its peers in the same period · source: known_submission, observation
-- Far from its own: beyond three times the spread of at least four earlier periods, and more than twice the largest or less than half the
-- smallest of them. Far from its peers, which are the other divisions of the same level under the same parent whose reports were there
-- before: at least eight of them, each with its own figure, since a line of a town is no peer of a county; on a scale of logarithms, since
-- divisions differ by their size, beyond four times the spread (the median of the distances from the median, made comparable with a standard
-- deviation by 1.4826, and never taken for less than half: so at least a factor of seven). Median and spread do not follow a few wrong ones
-- among the peers. One figure is told of once, by its own history first.
with judged as (
  select * from known_submission where is_judged and accumulation = 'period' and reporter_code is not null
),
earlier as (
  select judged.submission_id, known.submission_id as earlier_id
  from judged
  join known_submission as known
    on known.form_id = judged.form_id and known.reporter_code = judged.reporter_code
    and known.period_end < judged.period_start and known.received_at <= judged.received_at
  qualify row_number() over (
    partition by judged.submission_id, known.period_start, known.period_end
    order by known.received_at desc, known.delivery_id desc, known.ordinal desc) = 1
),
range_of as (
  select
    earlier.submission_id, figure.measure_id, figure.category, figure.division_code,
    quantile_cont(figure.value, 0.25) as lower_quarter, quantile_cont(figure.value, 0.75) as upper_quarter,
    median(figure.value) as middle, min(figure.value) as smallest, max(figure.value) as largest
  from earlier
  join observation as figure on figure.submission_id = earlier.earlier_id
  where figure.state = 'reported' and figure.value is not null
  group by all
  having count(*) >= 4
),
fenced as (
  select *, greatest(upper_quarter - lower_quarter, 0.1 * middle, 1) * 3 as margin
  from range_of
),
own as (
  select figure.submission_id, figure.ordinal, fenced.smallest, fenced.largest
  from observation as figure
  join fenced
    on fenced.submission_id = figure.submission_id and fenced.measure_id = figure.measure_id
    and fenced.category = figure.category and fenced.division_code is not distinct from figure.division_code
  where figure.state = 'reported'
    and ((figure.value > upper_quarter + margin and figure.value > 2 * largest)
      or (figure.value < lower_quarter - margin and figure.value < smallest / 2))
),
-- Towns have nine digits and a county of six above them, counties six and a city of four, cities a province of two.
placed as (
  select
    *,
    case
      when length(reporter_code) = 9 then left(reporter_code, 6)
      when right(reporter_code, 2) <> '00' then left(reporter_code, 4)
      when right(reporter_code, 4) <> '0000' then left(reporter_code, 2)
    end as parent,
    case
      when length(reporter_code) = 9 then 'town'
      when right(reporter_code, 2) <> '00' then 'county'
      when right(reporter_code, 4) <> '0000' then 'city'
    end as level
  from known_submission
  where accumulation = 'period' and period_start is not null and period_end is not null
),
peers as (
  select parent, level, form_id, period_start, period_end, list(distinct reporter_code) as reporter_codes
  from placed
  where parent is not null
  group by all
  having count(distinct reporter_code) > 8
),
asked as (
  select judged.submission_id, judged.form_id, judged.period_start, judged.period_end, judged.received_at, unnest(peers.reporter_codes) as peer_code,
    judged.reporter_code
  from placed as judged
  join peers using (parent, level, form_id, period_start, period_end)
  where judged.is_judged
),
-- What a peer had sent last when the one that is looked at came.
version as (
  select reporter_code as peer_code, form_id, period_start, period_end, received_at, submission_id as peer_id
  from placed
  qualify row_number() over (
    partition by reporter_code, form_id, period_start, period_end, received_at order by delivery_id desc, ordinal desc) = 1
),
met as (
  select asked.submission_id, asked.reporter_code, asked.peer_code, version.peer_id
  from asked
  asof join version
    on asked.peer_code = version.peer_code and asked.form_id = version.form_id and asked.period_start = version.period_start
    and asked.period_end = version.period_end and asked.received_at >= version.received_at
  where asked.peer_code <> asked.reporter_code
),
peer as (
  select *
  from met
  qualify count(*) over (partition by submission_id) >= 8
),
peer_range as (
  select
    peer.submission_id, peer.reporter_code, figure.measure_id, figure.category,
    median(ln(1 + figure.value)) as middle, 4 * greatest(1.4826 * mad(ln(1 + figure.value)), 0.5) as margin
  from peer
  join observation as figure on figure.submission_id = peer.peer_id and figure.division_code = peer.peer_code
  where figure.state = 'reported' and figure.value >= 0
  group by all
  having count(distinct peer.peer_code) >= 8
),
beside as (
  select
    figure.submission_id, figure.ordinal,
    cast(greatest(ceil(exp(range_.middle - range_.margin) - 1), 0) as decimal(20, 4)) as smallest,
    cast(floor(exp(range_.middle + range_.margin) - 1) as decimal(20, 4)) as largest
  from observation as figure
  join peer_range as range_
    on range_.submission_id = figure.submission_id and range_.measure_id = figure.measure_id and range_.category = figure.category
    and range_.reporter_code = figure.division_code
  where figure.state = 'reported' and figure.value >= 0
    and abs(ln(1 + figure.value) - range_.middle) > range_.margin
),
told as (
  select *, '本单位以往各期' as compared, 'its own earlier periods' as compared_en from own
  union all
  select *, '同类地区本期' as compared, 'its peers in this period' as compared_en
  from beside
  where (submission_id, ordinal) not in (select (submission_id, ordinal) from own)
)
select
  figure.submission_id, figure.measure_id, coalesce(figure.verbatim, '') as verbatim, coalesce(figure.sheet, '') as sheet,
  coalesce(figure.cell, '') as cell, told.compared, told.compared_en, told.smallest as low, told.largest as high
from told
join observation as figure on figure.submission_id = told.submission_id and figure.ordinal = told.ordinal
order by figure.submission_id, figure.ordinal
