-- parameters: upper, lower, kept
-- returns: value
-- upper / lower in ten thousandths, to the nearest of what is kept; neither is negative.
(2 * ten_thousandths(upper) * 10000 + kept * nullif(ten_thousandths(lower), 0)) // (2 * kept * nullif(ten_thousandths(lower), 0)) * kept
