-- grain: one stored submission as it was judged last · source: lake_submission
create table latest_submission as
select *
from lake_submission
qualify row_number() over (partition by submission_id order by loaded_at desc, run_id desc) = 1
