-- parameters: upper, lower, kept
-- returns: value
-- upper / lower in ten thousandths, the digits after what is kept left off; neither is negative.
ten_thousandths(upper) * 10000 // (kept * nullif(ten_thousandths(lower), 0)) * kept
