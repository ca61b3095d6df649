-- grain: one request for joint action · source: history.joint_request
select *
from history.joint_request
where known_to is null
