-- grain: one problem and time span in which its submission was current · source: staging.finding
select
  finding.*,
  cast(null as varchar) as package_id,
  cast(null as varchar) as waived_by,
  validity.known_from,
  validity.known_to
from staging.finding as finding
join core.submission_validity as validity using (submission_id)
