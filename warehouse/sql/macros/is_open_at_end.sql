-- parameters: found_on, closed_on, day
-- returns: value
-- A point found on a day is open at its end, one closed on a day is not.
found_on <= day and (closed_on is null or closed_on > day)
