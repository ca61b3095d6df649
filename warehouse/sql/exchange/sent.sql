-- grain: one row below the header · source: PenaltyStage, texts trimmed, blank ones null; one column for each PenaltyField, in its order
create or replace table sent (
  ordinal integer, sheet_row integer,
  party_name varchar, party_kind varchar, credit_code varchar, business_number varchar, organisation_code varchar, tax_number varchar,
  institution_number varchar, society_number varchar, representative varchar, representative_id_type varchar, representative_id varchar,
  id_type varchar, id_number varchar, document_number varchar, violation_type varchar, facts varchar, legal_basis varchar, kinds varchar,
  content varchar, fine varchar, confiscated varchar, licence varchar, decision_date varchar, valid_until varchar, display_until varchar,
  authority_name varchar, authority_code varchar, source_name varchar, source_code varchar, remark varchar, second_kind varchar, state varchar,
  division varchar, updated_on varchar, version varchar, changed_on varchar, change_reason varchar, practice_type varchar, unlicensed varchar,
  total varchar, amount_state varchar, prior_penalties varchar, referral_decided_on varchar, referred_on varchar, referred_to varchar,
  police_answered_on varchar, risk_point_key varchar, shared_party_key varchar, birth_date varchar, address varchar
)
