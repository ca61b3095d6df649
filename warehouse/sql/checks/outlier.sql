-- grain: one figure far from the reporter's own earlier periods · source: observation of judged submissions and of what counted before
-- Far: beyond three times the spread of at least four earlier periods, and more than twice the largest or less than half the smallest of them.
with judged as (
  select member.*
  from judgement
  join slot_member as member using (submission_id)
  where judgement.verdict in ('accepted', 'accepted_with_warnings') and member.accumulation = 'period' and member.reporter_code is not null
),
known as (
  select submission_id, form_id, reporter_code, period_start, period_end, received_at, delivery_id, ordinal, verdict
  from stored_submission
  where verdict in ('accepted', 'accepted_with_warnings') and accumulation = 'period'
    and (form_id, reporter_code) in (select (form_id, reporter_code) from judged)
    and submission_id not in (select submission_id from judgement)
  qualify row_number() over (partition by submission_id order by loaded_at desc, run_id desc) = 1
  union all
  select submission_id, form_id, reporter_code, period_start, period_end, received_at, delivery_id, ordinal, verdict from judged
),
earlier as (
  select judged.submission_id, known.submission_id as earlier_id
  from judged
  join known
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
)
select
  figure.submission_id, figure.measure_id, figure.value, coalesce(figure.verbatim, '') as verbatim,
  coalesce(figure.sheet, '') as sheet, coalesce(figure.cell, '') as cell, fenced.smallest, fenced.largest
from observation as figure
join fenced
  on fenced.submission_id = figure.submission_id and fenced.measure_id = figure.measure_id
  and fenced.category = figure.category and fenced.division_code is not distinct from figure.division_code
where figure.state = 'reported'
  and ((figure.value > upper_quarter + margin and figure.value > 2 * largest)
    or (figure.value < lower_quarter - margin and figure.value < smallest / 2))
order by figure.submission_id, figure.ordinal
