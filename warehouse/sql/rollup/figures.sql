-- grain: one figure of the form for the division or one below it · source: rollup_figure
select *
from rollup_figure(?, ?, ?, ?, ?)
order by role, measure_id, category, division_code, span_start, span_end
