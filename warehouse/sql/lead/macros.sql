-- Functions that choosing leads shares.
-- Whether a division is one of the agreed ones or below: their codes are known without the zeros at the end.
create or replace macro lies_in(division) as
  list_has_any(getvariable('divisions'), [left(division, 2), left(division, 4), left(division, 6), division]);
-- What a record says, whatever its version.
create or replace macro content(r) as concat_ws(chr(31),
  coalesce(r.yrd_division, ''), coalesce(r.yrd_received_on, ''), coalesce(r.yrd_violation_group, ''), coalesce(r.yrd_practice_type, ''),
  coalesce(r.yrd_asked, ''), coalesce(r.yrd_reply_due, ''), coalesce(r.yrd_joint_from, ''), coalesce(r.yrd_joint_to, ''),
  coalesce(r.yrd_party_name, ''), coalesce(r.yrd_party_key, ''), coalesce(r.yrd_place, ''), coalesce(r.yrd_summary, ''),
  coalesce(r.yrd_lead_state, ''), coalesce(r.yrd_result, ''), coalesce(r.yrd_answered_on, ''), coalesce(r.yrd_answer, ''),
  coalesce(r.yrd_wsh, ''));
