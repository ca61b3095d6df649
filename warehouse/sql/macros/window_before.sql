-- parameters: window_start, window_end
-- returns: value
-- First day of the window of the same length that ends the day before window_start; in months where both are whole.
case
  when window_start + to_months(datediff('month', window_start, window_end + 1)) = window_end + 1
    then cast(window_start - to_months(datediff('month', window_start, window_end + 1)) as date)
  else window_start - cast(window_end - window_start + 1 as integer)
end
