-- grain: all rows that count and have encrypted columns · source: party_row
select count(*)
from read_parquet(?) as sealed
join party_row using (submission_id, ordinal)
