-- grain: one letter of a town · source: joint_request
-- The letter of attachment 2 says that the sites were told to stop before help was asked for.
select
  division_code, 'clears' as role, cast(0 as decimal(20, 4)) as amount, 'joint_request' as table_name,
  cast(null as varchar) as row_key, submission_id, ordinal, sheet, cell,
  concat('申请函载明已宣传并责令限期整改，尚存', remaining_sites, '家') as note,
  ['division_code', 'requested_on', 'surveyed_to', 'remaining_sites'] as columns_read
from joint_request
where coalesce(requested_on, surveyed_to) between asked_from and asked_to
