-- grain: one arrival · source: table delivery
select *
from lake.delivery
qualify row_number() over (partition by delivery_id order by loaded_at desc, run_id desc) = 1
