-- What is not sent, put together by channel and reason: how many, since when, when next, and one of them.
select state, channel_id, problem, details, count(*), min(created_at), min(next_at), min(partner_id), min(target), min(parcel_id)
from parcel where state <> 'sent' group by state, channel_id, problem, details order by state, 6, 10 limit ?
