-- The answers to one package, in their order.
select kind, at, text, signature from package_answer where package_id = ?
order by case kind when 'stored' then 1 when 'understood' then 2 when 'judged' then 3 else 4 end
