-- grain: one row of a table of what was not read again · source: the stored table, reread
select * from {table} where left(submission_id, 16) not in (select delivery_id from reread)
