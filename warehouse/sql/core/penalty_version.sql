-- grain: one version of a penalty · source: core.penalty_statement
-- A version is made by who reported the penalty first, or by anybody who declares an amendment or a withdrawal. Declared
-- changes rank above what was sent without one, whenever it arrives, and among each other by the version as sent, then by
-- the time received. The same content again makes none. A version that was outranked before it arrived never held.
-- The party is that of its group: parties that matching joined, or somebody did, are one.
with told_again as (
  select penalty_id from core.penalty_statement group by penalty_id having count(*) > 1
),
declared as (
  select *, change <> 'stands' as is_declared, penalty_id in (select penalty_id from told_again) as is_told_again
  from core.penalty_statement
),
placed as (
  select *, first_value(partner_id) over (partition by penalty_id order by known_from, delivery_id, sheet_ordinal, ordinal) as first_partner
  from declared
  where is_told_again
),
telling as (
  select *
  from placed
  where is_declared or partner_id = first_partner
  qualify row_number() over (
    partition by penalty_id, content_digest order by known_from, delivery_id, sheet_ordinal, ordinal) = 1
),
ranked as (
  select
    *,
    row_number() over whole as version,
    min(known_from) over (whole rows between 1 following and unbounded following) as outranked_from
  from telling
  window whole as (
    partition by penalty_id order by is_declared, coalesce(stated_version, 0), known_from, delivery_id, sheet_ordinal, ordinal)
),
version as (
  select * exclude (first_partner) from ranked
  union all by name
  select *, 1 as version, cast(null as timestamptz) as outranked_from from declared where not is_told_again
)
select
  version.* exclude (is_told_again, known_to, outranked_from) replace (coalesce(party_group.group_key, version.party_key) as party_key),
  case
    when outranked_from is null and known_to is null then null
    else greatest(known_from, least(coalesce(outranked_from, known_to), coalesce(known_to, outranked_from)))
  end as known_to
from version
left join party_group
  on party_group.party_id = coalesce(version.party_key, left(sha256(concat_ws('|', version.name_key, version.document_key, version.authority_key)), 16))
