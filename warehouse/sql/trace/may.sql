-- grain: one indicator for which a cell may bring in what does not count yet · source: cell_may_count
-- Parameters: submission, sheet, address.
select may.indicator_id, may.scope, definition.title, definition.title_en
from cell_may_count(cast(? as varchar), cast(? as varchar), cast(? as varchar)) as may
join indicator_definition as definition using (indicator_id)
order by may.indicator_id, may.scope
