-- grain: one delivery of this run with its judgement · source: judged_delivery, judged_tree; what was inside another one follows it
select delivery_id, root_id, sha256, outcome
from judged_delivery
join judged_tree using (delivery_id)
order by root_id, place
