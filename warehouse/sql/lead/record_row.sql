-- grain: one record as it is stored · source: sent, digest, verdict
create or replace view record_row as
select
  getvariable('submission_id') as submission_id,
  sent.ordinal,
  '' as sheet,
  concat('A', sent.ordinal + 2) as cell,
  cast(null as varchar) as column_cells,
  concat_ws('|', yrd_asker, yrd_lead_id, yrd_kind) as line_key,
  yrd_kind as kind,
  coalesce(verdict.row_verdict, 'accepted') as row_verdict,
  verdict.reasons,
  cast(getvariable('sender') as varchar) as region,
  yrd_lead_id as lead_id,
  yrd_state = 'withdrawn' as is_withdrawn,
  try_cast(yrd_version as integer) as version,
  try_cast(yrd_changed_on as date) as changed_on,
  yrd_division as division_code,
  cast(null as varchar) as division_name,
  try_cast(yrd_received_on as date) as received_on,
  yrd_violation_group as violation_group,
  yrd_practice_type as practice_type,
  yrd_asked as asked,
  try_cast(yrd_reply_due as date) as reply_due,
  try_cast(yrd_joint_from as date) as joint_from,
  try_cast(yrd_joint_to as date) as joint_to,
  cast(null as varchar) as party_kind,
  yrd_party_key as shared_party_key,
  yrd_lead_state as lead_state,
  yrd_result as result,
  try_cast(yrd_answered_on as date) as answered_on,
  yrd_wsh as document_number,
  digest.content_digest
from sent
left join digest using (ordinal)
left join verdict using (ordinal)
