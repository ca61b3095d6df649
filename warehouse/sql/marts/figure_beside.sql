-- grain: one figure that stands beside another one for the same division, measure, category and days · source: figures_beside
select * from figures_beside()
