-- Submissions that count.
select submission_id from submission where verdict in ('accepted', 'accepted_with_warnings')
