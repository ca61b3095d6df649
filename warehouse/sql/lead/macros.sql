-- Functions that choosing shares.
-- The surname and a star for each further character; of the surnames of two characters the usual ones.
create or replace macro surname_only(t) as concat(
  regexp_extract(t, '^(欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|宇文|长孙|慕容|司徒|夏侯|端木|百里|呼延|南宫|东郭|西门|独孤|轩辕|申屠|淳于|公羊|赫连|澹台|宗政|濮阳|太叔|仲孙|钟离|闾丘|司空|鲜于|拓跋|.)'),
  repeat('*', length(t) - length(regexp_extract(t, '^(欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|宇文|长孙|慕容|司徒|夏侯|端木|百里|呼延|南宫|东郭|西门|独孤|轩辕|申屠|淳于|公羊|赫连|澹台|宗政|濮阳|太叔|仲孙|钟离|闾丘|司空|鲜于|拓跋|.)'))));
-- What a record says, whatever its version.
create or replace macro content(r) as concat_ws(chr(31),
  coalesce(r.yrd_division, ''), coalesce(r.yrd_received_on, ''), coalesce(r.yrd_violation_group, ''), coalesce(r.yrd_practice_type, ''),
  coalesce(r.yrd_asked, ''), coalesce(r.yrd_reply_due, ''), coalesce(r.yrd_joint_from, ''), coalesce(r.yrd_joint_to, ''),
  coalesce(r.yrd_party_name, ''), coalesce(r.yrd_party_key, ''), coalesce(r.yrd_place, ''), coalesce(r.yrd_summary, ''),
  coalesce(r.yrd_lead_state, ''), coalesce(r.yrd_result, ''), coalesce(r.yrd_answered_on, ''), coalesce(r.yrd_answer, ''),
  coalesce(r.yrd_wsh, ''));
