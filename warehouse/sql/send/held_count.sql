-- grain: one reason · source: held
select reason, count(*) from held group by reason order by reason
