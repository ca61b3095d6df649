-- grain: one assessment and one who is assessed · source: town_ranking
select
  ranking.division_code, division.name, ranking.rank, ranking.deduction, ranking.decided_items, ranking.open_items,
  ranking.not_applicable_items, ranking.base, ranking.score
from town_ranking as ranking
join division using (division_code)
where ranking.assessment_id = ?
order by ranking.rank, ranking.division_code
