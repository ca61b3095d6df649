-- parameters: decimals, factor
-- returns: value
-- What the last digit kept stands for, in ten thousandths: of 41.6 % one thousand of them, of 207.3 万元 ten million.
greatest(1, cast(factor * 10000 / power(10, decimals) as hugeint))
