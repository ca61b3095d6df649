-- grain: one figure that is not added, and one that counts for the same division, measure, category and days · source: figures_outweighed
-- Of all days and all forms. Only of the same days can one be taken off the other.
select
  submission_id, ordinal,
  stands.submission_id as counted_submission_id, stands.ordinal as counted_ordinal,
  stands.first as counted_from, stands.last as counted_to,
  value as told_value, stands.value as counted_value, difference
from (
  select
    submission_id, ordinal, value, unnest(instead) as stands,
    if(list_sum(list_transform(instead, lambda it: it.days)) = days
        and list_min(list_transform(instead, lambda it: it.first)) = period_start
        and list_max(list_transform(instead, lambda it: it.last)) = period_end,
      value - list_sum(list_transform(instead, lambda it: it.value)), null) as difference
  from figures_outweighed()
  where scope = '' and is_whole and is_beside
)
