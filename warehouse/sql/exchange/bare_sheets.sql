-- grain: one sheet of penalty records of a delivery, in the order of the file · source: penalty_source
select submission_id, count(*) as records,
  count(*) filter (change = 'amended') as amended, count(*) filter (change = 'withdrawn') as withdrawn,
  cast(coalesce(sum(fine_yuan), 0) as decimal(24, 2)) as fine_yuan, cast(coalesce(sum(confiscated_yuan), 0) as decimal(24, 2)) as confiscated_yuan,
  min(decision_date) as first_day, max(decision_date) as last_day
from penalty_source
where submission_id like ? || '-%'
group by submission_id
order by try_cast(regexp_extract(submission_id, '[0-9]+$') as integer)
