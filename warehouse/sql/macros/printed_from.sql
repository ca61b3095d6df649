-- parameters: period_start, period_end
-- returns: value
-- First day of the window that a printed figure is of: what is told of the end of one year to that of another begins the day after.
case
  when period_start < period_end and period_start = last_day(period_start) and period_end = last_day(period_end) then cast(period_start + 1 as date)
  else period_start
end
