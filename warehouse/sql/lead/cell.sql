-- grain: one filled cell of one record · source: sent
-- Texts are verbatim; one of nothing but white space is empty.
select ordinal, field, cell
from (unpivot sent on columns(* exclude (ordinal)) into name field value cell)
where trim(cell, e' \t\r\n　') <> ''
