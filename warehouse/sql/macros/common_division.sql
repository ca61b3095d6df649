-- parameters: codes
-- returns: value
-- The one division, or else the lowest one above that holds all of them; null for none.
case
  when len(codes) = 1 then codes[1]
  when len(list_distinct(list_transform(codes, lambda code: left(code, 4)))) = 1 and left(codes[1], 2) not in ('11', '12', '31', '50')
    then left(codes[1], 4) || '00'
  when len(list_distinct(list_transform(codes, lambda code: left(code, 2)))) = 1 then left(codes[1], 2) || '0000'
end
