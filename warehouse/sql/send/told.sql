-- grain: one record of a package of ours · source: sent/*/*/*/told.parquet, none of them yet
select null::varchar as penalty_id, null::varchar as document_number, null::bigint as version, null::varchar as state,
  null::varchar as digest, null::varchar as withheld, null::varchar as left_out
where false
