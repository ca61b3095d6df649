-- grain: one party, with its first row · source: party_row
select party_id, first.submission_id, first.ordinal
from (
  select party_id, min({'submission_id': submission_id, 'ordinal': ordinal}) as first
  from party_row
  group by party_id
)
