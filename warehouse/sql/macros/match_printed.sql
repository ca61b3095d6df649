-- parameters: upper, lower, printed, decimals, factor
-- returns: value
-- How a printed number relates to upper / lower, at the precision and in the unit of the print. Compared before anything is
-- rounded: 41.6667 for 125 / 3 is rounded, 41.6666 cut.
case
  when upper is null or printed is null or coalesce(lower, 0) = 0 then null
  when ten_thousandths(upper) * 10000 = ten_thousandths(printed) * ten_thousandths(lower) then 'exact'
  when sign(upper) * sign(printed) < 0 then 'differs'
  when cut_half_up(abs(upper), lower, unit_kept(decimals, factor)) = ten_thousandths(abs(printed)) then 'half_up'
  when cut_down(abs(upper), lower, unit_kept(decimals, factor)) = ten_thousandths(abs(printed)) then 'truncated'
  else 'differs'
end
