-- Encrypted rows of some submissions (or deliveries), in order; the first column is whose row it is.
select columns('^(submission_id|delivery_id)$'), ordinal, blob
from read_parquet(?)
where list_contains(?, columns('^(submission_id|delivery_id)$'))
order by 1, 2
