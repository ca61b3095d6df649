-- parameters: part, whole
-- returns: value
-- Per cent with four decimals, 41.6667; null where the whole is zero, never 0.
cast(round(100.0 * part / nullif(whole, 0), 4) as decimal(20, 4))
