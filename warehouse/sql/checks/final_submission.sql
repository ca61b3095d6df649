-- grain: one submission judged by this run, with what the file and history say together · source: slot_member, judgement, flagged, finding
create table final_submission as
with told_by_file as (
  select submission_id, count(*) filter (where severity = 'error') as errors, count(*) filter (where severity = 'warning') as warnings
  from stored_finding
  where judged_in is null and submission_id in (select submission_id from slot_member join judgement using (submission_id) where not is_new)
  group by submission_id
)
select
  member.* exclude (slot, reporter)
  replace (
    case
      when judgement.verdict not in ('accepted', 'accepted_with_warnings') then judgement.verdict
      when coalesce(flagged.errors, 0) > 0 then 'rejected'
      when coalesce(flagged.warnings, 0) > 0 then 'accepted_with_warnings'
      else judgement.verdict
    end as verdict,
    nullif(judgement.same_as, '') as same_as,
    cast(if(member.is_new, member.error_count, coalesce(told_by_file.errors, 0)) + coalesce(flagged.errors, 0) as integer) as error_count,
    cast(if(member.is_new, member.warning_count, coalesce(told_by_file.warnings, 0)) + coalesce(flagged.warnings, 0) as integer) as warning_count
  )
from slot_member as member
join judgement using (submission_id)
left join flagged using (submission_id)
left join told_by_file using (submission_id)
