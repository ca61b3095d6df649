-- grain: one row of a sheet that counts, with its encrypted columns · source: party_row
select party_row.*, sealed.blob
from party_row
join read_parquet(?) as sealed using (submission_id, ordinal)
order by submission_id, ordinal
