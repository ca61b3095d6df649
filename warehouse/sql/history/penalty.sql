-- grain: one version of a penalty and time span in which it held · source: core.penalty_version
with source_count as (
  select penalty_id, count(distinct partner_id) as sources
  from core.penalty_statement
  group by penalty_id
)
select
  version.penalty_id, version.document_number, version.decision_date, version.authority_name, version.authority_code,
  version.party_kind, version.party_key, version.credit_code, version.division_code, version.violation_type, version.practice_type,
  version.is_unlicensed_practice, version.legal_basis, version.penalty_kinds, version.fine_yuan, version.confiscated_yuan,
  version.total_yuan, version.amount_state,
  coalesce(before.earlier_penalties, 0) as prior_penalties,
  version.referred_on is not null or version.referral_decided_on is not null as referred,
  version.referral_decided_on, version.referred_on, version.referred_to, version.police_answered_on, version.display_until,
  case version.change when 'withdrawn' then 'withdrawn' when 'amended' then 'amended' else 'effective' end as status,
  case when version.change = 'withdrawn' then coalesce(version.changed_on, cast(version.known_from as date)) end as withdrawn_on,
  version.version, version.risk_point_key, source_count.sources, version.submission_id, version.ordinal,
  version.known_from, version.known_to
from core.penalty_version as version
join source_count using (penalty_id)
left join core.penalty_party as before using (penalty_id)
