-- grain: one penalty that goes into this package, changes first · source: choice
create or replace table chosen as
select *, row_number() over (order by not is_known, decision_date, document_key, authority_key, penalty_id) as position
from choice
where is_chosen
qualify position <= getvariable('most_rows')
