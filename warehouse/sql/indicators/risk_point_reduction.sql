-- grain: one division with risk points · source: risk_point, registers taken
with point as (
  select
    unnest(divisions_above(coalesce(risk_point.division_code, register.reporter_code))) as division_code,
    risk_point.submission_id, risk_point.found_on, risk_point.closed_on
  from risk_point
  join register_taken('risk-point-register') as register using (submission_id)
),
counted as (
  select
    division_code,
    count(*) filter (is_open_at_end(found_on, closed_on, window_start - 1)) as open_before,
    count(*) filter (is_open_at_end(found_on, closed_on, least(window_end, published_on()))) as open_after,
    count(distinct submission_id) as received_reports
  from point
  group by division_code
)
select
  division_code,
  open_before - open_after as numerator,
  open_before as denominator,
  percentage(open_before - open_after, open_before) as value,
  received_reports,
  received_reports as complete_reports,
  concat('期初', open_before, '个，期末', open_after, '个') as note
from counted
where open_before > 0 or open_after > 0
