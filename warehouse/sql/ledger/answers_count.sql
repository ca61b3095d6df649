-- How many answers wait and were sent.
select state, count(*) from outbox group by state order by state
