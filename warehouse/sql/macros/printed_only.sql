-- parameters:
-- grain: no rows
-- For an indicator that no form asks for yet: only the totals that documents print are known.
select cast(null as varchar) as division_code, cast(null as decimal(20, 4)) as value
where false
