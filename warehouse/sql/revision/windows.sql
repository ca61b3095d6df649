-- Indicators that have changed, and the windows in which they have.
select distinct window_start, window_end, indicator_id
from changed_value
where not is_first
order by all
