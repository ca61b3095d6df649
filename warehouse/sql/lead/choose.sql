-- grain: one record to be sent to a region, in the columns of the profile · source: wanted, former, published.lead_request
-- What was sent before and is still the same is left out; a change is the next version. What was taken back, or lies elsewhere
-- now, is withdrawn as it was sent; a lead that is only missing from a register stays as it is.
with last as (
  select *
  from former
  qualify row_number() over (partition by yrd_asker, yrd_lead_id, yrd_kind order by cast(yrd_version as integer) desc) = 1
),
changed as (
  select
    wanted.*,
    coalesce(cast(last.yrd_version as integer), 0) + 1 as yrd_version,
    if(last.yrd_version is null, 'published', 'amended') as yrd_state,
    cast(null as varchar) as yrd_changed_on
  from wanted
  left join last using (yrd_asker, yrd_lead_id, yrd_kind)
  where last.yrd_version is null or last.yrd_state = 'withdrawn'
    or content(wanted) <> content(last)
),
taken_back as (
  select
    last.* replace (cast(last.yrd_version as integer) + 1 as yrd_version, 'withdrawn' as yrd_state)
  from last
  join published.lead_request as request
    on request.lead_id = last.yrd_lead_id
    and request.asked_by = if(last.yrd_kind = 'ask', 'ours', 'theirs')
    and (last.yrd_kind = 'ask' or request.region = last.yrd_asker)
  where last.yrd_state <> 'withdrawn'
    and if(last.yrd_kind = 'ask', request.status = 'withdrawn' or not lies_in(request.division_code),
      request.status <> 'withdrawn' and request.answer_submission_id is null)
)
select * exclude (yrd_changed_on), if(yrd_state = 'published', null, cast(cast(getvariable('today') as date) as varchar)) as yrd_changed_on
from (
  select * from changed
  union all by name
  select * from taken_back
)
order by yrd_asker, yrd_lead_id, yrd_kind
