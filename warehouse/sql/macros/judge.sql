-- parameters: comparison, value, target
-- returns: value
-- Whether a value does what its target asks: reach it (at_least, at_most) or pass the value before (below, above).
case comparison
  when 'at_least' then value >= target
  when 'at_most' then value <= target
  when 'below_previous' then value < target
  when 'above_previous' then value > target
end
