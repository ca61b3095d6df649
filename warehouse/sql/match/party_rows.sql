-- grain: one row of a sheet that counts, with its encrypted columns · source: party_row
-- In the order of the files, which is the same each time: sorting would carry all that is encrypted.
select party_row.*, sealed.blob
from read_parquet(?) as sealed
join party_row using (submission_id, ordinal)
