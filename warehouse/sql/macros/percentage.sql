-- parameters: part, whole
-- returns: value
-- Per cent with four decimals, 41.6667; null where the whole is zero, never 0.
rounded_quotient(100 * cast(part as decimal(24, 4)), cast(whole as decimal(24, 4)), 4, 'half_up')
