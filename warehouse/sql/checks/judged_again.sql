-- grain: one earlier delivery whose outcome is another now · source: judged_delivery
select delivery_id, outcome
from judged_delivery
where delivery_id not in (select delivery_id from candidate_delivery)
order by delivery_id
