-- parameters: code
-- returns: value
-- Level of a division code: six digits for province, city, county, nine for a town or street.
case
  when length(code) = 9 then 'town'
  when code like '__0000' then 'province'
  when code like '____00' then 'city'
  when length(code) = 6 then 'county'
end
