-- grain: one request without a reply whose day has passed or comes within a week · source: the published lead_request
select asked_by, coalesce(region, '') as region, lead_id, asked, reply_due
from lead_request
where replied_at is null and asked_at is not null and status <> 'withdrawn' and asked <> 'inform'
  and reply_due - cast(? as date) <= 7
order by reply_due, asked_by, region, lead_id
