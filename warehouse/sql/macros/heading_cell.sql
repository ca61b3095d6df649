-- parameters:
-- grain: one cell that tells reporter or period of a submission · source: history.submission
-- A register that is sent whole is for the last period before it arrived: its days tell nothing of that.
-- Of superseded ones, too: the first accepted report is the one that arrived.
with listed as (
  select distinct submission_id, accumulation, string_split(heading_cells, '/') as texts
  from history.submission
  where heading_cells <> ''
),
cell as (
  select submission_id, accumulation, unnest(texts) as text, unnest(range(len(texts))) as ordinal
  from listed
)
select
  submission_id, ordinal,
  split_part(text, '=', 1) as decides,
  regexp_extract(text, '^[a-z_]+=(.*)!', 1) as sheet,
  regexp_extract(text, '![^!]*$') [2:] as cell
from cell
where accumulation <> 'snapshot' or not starts_with(text, 'period=')
