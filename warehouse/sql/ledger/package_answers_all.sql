-- All answers with the direction of their packages, in order.
select package_id, kind, at, text, signature from package_answer
order by package_id, case kind when 'stored' then 1 when 'understood' then 2 when 'judged' then 3 else 4 end
