-- grain: one penalty of our own and what the agreement says about it · source: own_record, sent_here, sent_anywhere
-- reason says why it is held back. A penalty that this receiver was told of goes again when it changed, whatever the agreement says of it now.
create or replace table choice as
with here as (
  select penalty_id, max(version) as version, arg_max(digest, version) as digest from sent_here group by penalty_id
),
anywhere as (
  select penalty_id, max(version) as version, arg_max(digest, version) as digest from sent_anywhere group by penalty_id
),
judged as (
  select
    own.*,
    case
      when own.change = 'withdrawn' then 'withdrawn_before_sent'
      when own.change = 'stands' and own.known_status <> 'effective' then 'changed_elsewhere'
      when own.division_code is null then 'division_unknown'
      when len(getvariable('divisions')) > 0
        and len(list_filter(getvariable('divisions'), lambda prefix: starts_with(own.division_code, prefix))) = 0 then 'division'
      when getvariable('unlicensed_only') and not own.is_unlicensed_practice then 'licensed'
      when len(getvariable('practice_types')) > 0 and own.is_unlicensed_practice
        and not list_contains(getvariable('practice_types'), own.practice_type) then 'practice_type'
      when own.decision_date < getvariable('since') then 'before_since'
      when own.decision_date > getvariable('until') then 'after_until'
    end as reason,
    here.penalty_id is not null as is_known,
    here.digest is distinct from own.content_digest as is_new,
    case
      when anywhere.digest = own.content_digest then anywhere.version
      else greatest(own.own_version, coalesce(anywhere.version, 0) + 1)
    end as sent_version
  from own_record as own
  left join here using (penalty_id)
  left join anywhere using (penalty_id)
)
select
  * replace (case when not is_known then reason end as reason),
  case when change = 'withdrawn' then 'withdrawn' when is_known then 'amended' else 'published' end as sent_state,
  is_new and (is_known or reason is null and getvariable('is_period')) as is_chosen
from judged
