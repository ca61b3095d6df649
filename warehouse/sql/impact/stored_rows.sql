-- grain: one row of a table of what was not read again · source: the stored table, latest_submission, reread
select * from {table} where submission_id not in (select submission_id from latest_submission join reread using (delivery_id))
