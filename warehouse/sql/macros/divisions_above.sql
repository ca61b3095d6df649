-- parameters: code
-- returns: value
-- The division itself and all above it, as a list. Municipalities have no city level of their own.
list_distinct(list_filter(
  [
    code,
    left(code, 6),
    case when left(code, 2) not in ('11', '12', '31', '50') then concat(left(code, 4), '00') end,
    concat(left(code, 2), '0000')
  ],
  lambda above: above is not null and (above = code or division_level(above) is distinct from division_level(code))
))
