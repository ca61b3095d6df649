-- The latest publication.
select publication, published_at, date, run, rules from publication order by publication desc limit 1
