-- parameters: number
-- returns: value
-- As a whole number, so that what is computed with it is exact.
cast(cast(number as decimal(28, 4)) * 10000 as hugeint)
