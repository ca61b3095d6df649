-- parameters: unit_as_sent
-- returns: value
-- How many of the stored unit one printed unit is: 万元 is 10000 yuan.
case when unit_as_sent like '亿%' then 100000000 when unit_as_sent like '万%' then 10000 else 1 end
