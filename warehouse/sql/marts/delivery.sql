-- grain: one arrival · source: staging.delivery
select *
from staging.delivery
