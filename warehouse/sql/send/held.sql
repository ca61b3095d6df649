-- grain: one penalty of our own and reason why this receiver was not told of it, or not of all of it · source: choice, sent_here
create or replace table held as
select penalty_id, document_number, decision_date, division_code, reason, '' as columns
from choice
where reason is not null
union all
select choice.penalty_id, document_number, decision_date, division_code, told.reason, told.columns
from choice
join (
  select penalty_id, 'identity_not_agreed' as reason, arg_max(withheld, version) as columns from sent_here group by penalty_id
  union all
  select penalty_id, 'column_left_out', arg_max(left_out, version) from sent_here group by penalty_id
) as told using (penalty_id)
where told.columns <> ''
union all
select penalty_id, any_value(document_number), null, null, 'no_longer_reported', ''
from sent_here
anti join choice using (penalty_id)
group by penalty_id
