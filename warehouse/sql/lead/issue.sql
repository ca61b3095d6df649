-- grain: one problem of one record · source: sent, cell, digest, profile_column, sent_lead
-- field is where it stands; reason is a code of what is wrong; first_row is where the same stands already.
with needed as (
  select sent.ordinal, profile_column.field
  from sent
  cross join profile_column
  where profile_column.is_required
  union all
  select ordinal, 'yrd_reply_due' from sent where yrd_asked in ('investigate', 'joint')
  union all
  select ordinal, 'yrd_changed_on' from sent where yrd_state in ('amended', 'withdrawn')
  union all
  select ordinal, 'yrd_answered_on' from sent where yrd_kind = 'answer'
  union all
  select ordinal, 'yrd_result' from sent where yrd_lead_state = 'closed'
),
read as (
  select
    cell.ordinal, cell.field, cell.cell,
    case
      when len(profile_column.listed) > 0 and not list_contains(profile_column.listed, cell.cell) then 'listed'
      when profile_column.type = 'date'
        and (not regexp_full_match(cell.cell, '[0-9]{4}-[0-9]{2}-[0-9]{2}') or try_cast(cell.cell as date) is null) then 'date'
      when profile_column.type = 'number' and not regexp_full_match(cell.cell, '[0-9]{1,9}') then 'number'
      when profile_column.type = 'division' and not regexp_full_match(cell.cell, '[0-9]{6}([0-9]{3})?') then 'division'
      when profile_column.type = 'hash' and not regexp_full_match(cell.cell, '[0-9a-f]{64}') then 'hash'
      when length(cell.cell) > profile_column.most then 'long'
      when cell.field = 'yrd_version' and try_cast(cell.cell as integer) < 1 then 'number'
    end as reason
  from cell
  join profile_column using (field)
),
-- Which record of this package a key stands in already, with the same content or another.
numbered as (
  select
    ordinal, yrd_lead_id,
    first_value(ordinal) over (partition by content_digest order by ordinal) as first_same,
    first_value(ordinal) over (partition by yrd_asker, yrd_lead_id, yrd_kind, yrd_version order by ordinal) as first_of_version
  from sent
  join digest using (ordinal)
  where yrd_lead_id is not null
)
select ordinal, 'LEAD_FIELD_MISSING' as code, field, '' as sent, '' as reason, -1 as first_row
from needed
anti join cell using (ordinal, field)
union all
select ordinal, 'LEAD_VALUE_WRONG', field, cell, reason, -1 from read where reason is not null
union all
select ordinal, 'LEAD_VALUE_WRONG', 'yrd_asker', yrd_asker, if(yrd_kind = 'ask', 'asker', 'asked'), -1
from sent
where yrd_kind in ('ask', 'answer')
  and yrd_asker <> if(yrd_kind = 'ask', getvariable('sender'), getvariable('receiver'))
union all
select ordinal, 'LEAD_VALUE_WRONG', 'yrd_lead_state', yrd_lead_state, 'open', -1 from sent where yrd_kind = 'answer' and yrd_lead_state = 'open'
union all
select ordinal, 'LEAD_UNKNOWN', 'yrd_lead_id', yrd_lead_id, '', -1
from sent
anti join sent_lead on sent_lead.lead_id = sent.yrd_lead_id
where yrd_kind = 'answer' and yrd_asker = getvariable('receiver') and yrd_lead_id is not null
union all
select ordinal, 'REPEATED_LINE', 'yrd_lead_id', '', '', first_same from numbered where ordinal <> first_same
union all
select ordinal, 'LEAD_STATED_TWICE', 'yrd_lead_id', yrd_lead_id, '', first_of_version
from numbered
where ordinal <> first_of_version and ordinal = first_same
