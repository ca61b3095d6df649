-- grain: one figure that is not added, and one that counts for the same division, measure, category and days · source: figures_outweighed
-- Of all days and all forms.
select *
from figures_outweighed()
where scope = '' and starts_from = date '0001-01-01' and ends_to = date '9999-12-31'
