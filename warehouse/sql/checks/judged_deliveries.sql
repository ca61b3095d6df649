-- grain: one delivery of this run with its judgement · source: judged_delivery
select delivery_id, sha256, outcome
from judged_delivery
where delivery_id in (select delivery_id from candidate_delivery)
order by delivery_id
