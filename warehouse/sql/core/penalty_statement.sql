-- grain: one row that says something about a penalty and time span in which it counted · source: staging.penalty_source, core.submission_validity, core.penalty_shared
-- A penalty is one decision of one authority on one day about one party. Two regions that report it say the same number,
-- authority and day; the party is the same if its number or its name is. An amendment may carry a later day: it then
-- belongs to the decision of that number and authority that it changes.
with counting as (
  select
    source.*,
    submission.partner_id,
    submission.delivery_id,
    submission.ordinal as sheet_ordinal,
    validity.known_from,
    validity.known_to,
    shared.document_key is not null as is_shared
  from staging.penalty_source as source
  join staging.submission as submission using (submission_id)
  join core.submission_validity as validity using (submission_id)
  left join core.penalty_shared as shared
    on shared.document_key is not distinct from source.document_key and shared.authority_key is not distinct from source.authority_key
  where source.row_verdict in ('accepted', 'remark') and validity.counts
),
dated as (
  select
    *,
    case
      when change <> 'stands' and not bool_or(change = 'stands') over (partition by document_key, authority_key, decision_date)
        then coalesce(max(decision_date) filter (change = 'stands') over (partition by document_key, authority_key), decision_date)
      else decision_date
    end as decided_on
  from counting
  where is_shared
),
same_number as (
  select
    *,
    first_value(name_key) over (
      partition by document_key, authority_key, decided_on, coalesce(party_key, name_key)
      order by known_from, submission_id, ordinal) as name_of_number
  from dated
),
same_party as (
  select
    *,
    first_value(name_of_number) over (
      partition by document_key, authority_key, decided_on, name_key
      order by known_from, submission_id, ordinal) as party
  from same_number
),
placed as (
  select * exclude (name_of_number) from same_party
  union all by name
  select *, decision_date as decided_on, name_key as party from counting where not is_shared
)
select
  * exclude (is_shared, party),
  left(sha256(concat_ws('|', document_key, authority_key, cast(decided_on as varchar), party)), 16) as penalty_id
from placed
