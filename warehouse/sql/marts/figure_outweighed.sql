-- grain: one figure that is not added, and the windows in which that is so · source: figures_outweighed
select distinct scope, submission_id, ordinal, starts_from, starts_to, ends_from, ends_to
from figures_outweighed()
