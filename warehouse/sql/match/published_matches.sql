-- grain: one pair of parties, each with one of its records · source: published match_decision, penalty_source
select
  match_decision.match_id, match_decision.left_party, match_decision.right_party, cast(match_decision.score as decimal(4, 2)) as score,
  match_decision.outcome, match_decision.standing, match_decision.reasons,
  one.submission_id as left_submission_id, one.ordinal as left_ordinal, one.document_number as left_document,
  one.authority_name as left_authority, cast(one.decision_date as varchar) as left_date,
  other.submission_id as right_submission_id, other.ordinal as right_ordinal, other.document_number as right_document,
  other.authority_name as right_authority, cast(other.decision_date as varchar) as right_date
from match_decision
left join penalty_source as one on one.submission_id = left_submission_id and one.ordinal = left_ordinal
left join penalty_source as other on other.submission_id = right_submission_id and other.ordinal = right_ordinal
order by match_decision.score desc, match_decision.match_id
