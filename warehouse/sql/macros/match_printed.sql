-- parameters: computed, printed, decimals, factor
-- returns: value
-- How a printed number relates to the computed one, at the precision and in the unit of the print.
case
  when computed is null or printed is null then null
  when computed = printed then 'exact'
  when round(computed / factor, cast(decimals as integer)) = cast(printed / factor as double) then 'half_up'
  when trunc(computed / factor * power(10, decimals) + 1e-9) = round(printed / factor * power(10, decimals)) then 'truncated'
  else 'differs'
end
