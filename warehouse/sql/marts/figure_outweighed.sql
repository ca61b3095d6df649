-- grain: one figure among those that hang together in a stretch of days · source: figures_outweighed
select scope, submission_id, ordinal, first_day, last_day, is_beside
from figures_outweighed()
