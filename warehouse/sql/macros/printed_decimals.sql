-- parameters: verbatim
-- returns: value
-- Digits that a printed number has after its point: 41.6% has one, 50. 5002 four.
length(regexp_extract(replace(verbatim, ' ', ''), '[.．]([0-9]+)', 1))
