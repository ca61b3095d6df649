-- parameters: upper, lower, decimals, mode
-- returns: value
-- upper / lower cut to so many decimals, exactly: in whole numbers of the unit that is kept, never in binary fractions. Halves go
-- away from zero; null where lower is zero, never 0.
cast(
  cast(
    sign(upper) * (
      case mode
        when 'truncated' then cut_down(abs(upper), lower, unit_kept(decimals, 1))
        else cut_half_up(abs(upper), lower, unit_kept(decimals, 1))
      end
    ) as decimal(28, 0)) * 0.0001
  as decimal(20, 4))
