-- grain: one row of a sheet that counts · source: penalty_source, submission
-- A party without a number is that of its decision: keyed name, document number and authority, as core.penalty_version has it.
create view party_row as
select
  coalesce(source.party_key, left(sha256(concat_ws('|', source.name_key, source.document_key, source.authority_key)), 16)) as party_id,
  source.party_kind,
  source.identity_state = 'full' as is_identified,
  coalesce(source.division_code, '') as division_code,
  source.submission_id,
  source.ordinal
from penalty_source as source
join submission using (submission_id)
where source.row_verdict in ('accepted', 'remark')
  and submission.verdict in ('accepted', 'accepted_with_warnings')
