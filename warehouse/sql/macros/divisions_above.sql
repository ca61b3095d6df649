-- parameters: code
-- returns: value
-- The division itself and all above it, as a list. Municipalities have no city level of their own.
list_distinct([
  code,
  left(code, 6),
  case when left(code, 2) not in ('11', '12', '31', '50') then left(code, 4) || '00' end,
  left(code, 2) || '0000'
])
