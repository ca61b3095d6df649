-- Each indicator, window and division as first published and as last.
with step as (
  select distinct indicator_id, window_start, window_end, division_code, publication, published_at, value, cause = 'first' as is_first
  from indicator_change
),
told as (
  select
    indicator_id, window_start, window_end, division_code,
    first(value order by publication) as first_value,
    min(published_at) as first_published_at,
    last(value order by publication) as value,
    max(published_at) filter (not is_first) as changed_at,
    count(*) filter (not is_first) as changes
  from step
  group by indicator_id, window_start, window_end, division_code
),
reason as (
  select
    indicator_id, window_start, window_end, division_code,
    string_agg(distinct cause, ' ' order by cause) as causes,
    string_agg(distinct submission_id, ' ' order by submission_id) as submissions
  from indicator_change
  where cause <> 'first'
  group by indicator_id, window_start, window_end, division_code
)
select told.*, reason.causes, reason.submissions
from told
left join reason using (indicator_id, window_start, window_end, division_code)
