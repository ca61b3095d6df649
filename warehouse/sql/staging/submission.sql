-- grain: one form in one delivery · source: table submission
-- A submission judged again has a further row: the one loaded last holds.
select *
from lake.submission
qualify row_number() over (partition by submission_id order by loaded_at desc, run_id desc) = 1
