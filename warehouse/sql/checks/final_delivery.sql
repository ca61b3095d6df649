-- grain: one delivery of this run, or an earlier one whose outcome is another now · source: candidates, stored deliveries, final_submission
create table final_delivery as
with stored as (
  select *
  from stored_delivery
  where delivery_id not in (select delivery_id from candidate_delivery)
    and delivery_id in (select delivery_id from final_submission)
  qualify row_number() over (partition by delivery_id order by loaded_at desc, run_id desc) = 1
),
delivery as (
  select *, true as is_new from candidate_delivery
  union all by name
  select *, false as is_new from stored
),
other_forms as (
  select delivery_id, verdict, form_id, file_verdict
  from stored_submission
  where delivery_id in (select delivery_id from delivery) and submission_id not in (select submission_id from final_submission)
  qualify row_number() over (partition by submission_id order by loaded_at desc, run_id desc) = 1
),
verdicts as (
  select delivery_id, bool_and(verdict = 'duplicate') as only_duplicates, any_value(file_verdict) filter (where form_id is null) as without_form
  from (
    select delivery_id, verdict, form_id, file_verdict from final_submission
    union all
    select delivery_id, verdict, form_id, file_verdict from other_forms
  )
  group by delivery_id
),
judged as (
  select
    delivery.* exclude (outcome), delivery.outcome as former_outcome,
    case
      when verdicts.delivery_id is null then delivery.outcome
      when verdicts.only_duplicates then 'duplicate'
      when delivery.is_new then delivery.outcome
      else coalesce(verdicts.without_form, 'loaded')
    end as outcome
  from delivery
  left join verdicts using (delivery_id)
)
select * exclude (former_outcome)
from judged
where is_new or outcome <> former_outcome
