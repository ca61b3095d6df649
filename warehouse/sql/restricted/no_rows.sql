-- grain: one encrypted row, of a table that has none
select null::varchar as submission_id, null::integer as ordinal, null::blob as blob where false
