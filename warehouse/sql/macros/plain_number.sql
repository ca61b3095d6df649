-- parameters: amount
-- returns: value
-- As a person writes it: 48, not 48.0000.
regexp_replace(cast(cast(amount as decimal(20, 4)) as varchar), '\.?0+$', '')
