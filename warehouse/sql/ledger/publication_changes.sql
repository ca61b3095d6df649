-- All that publications said first, in their order.
select
  publication_change.publication, publication.published_at, indicator_id, window_start, window_end, division_code, value_before, value, cause,
  submission_id, replaced_submission_id, penalty_id, waiver_ids, package_id
from publication_change
join publication using (publication)
order by publication_change.publication, publication_change.rowid
