-- parameters: window_start, window_end
-- grain: one row behind an indicator of a division, in one role · source: indicator_evidence, printed_figure, indicator_target, row_place, history.submission
-- What counts above and below the line is listed twice; a row is listed for its own division and all above it. cells are those
-- of the columns that decided, or those that make up a figure.
-- evidence: sole where the value rests on this row; shared where rows of one unit_key count once, and without this one
-- those of counted_with would still count as much; possible where it counts nothing as it is. What tells whose report
-- it is, and the lines of that report, do not stand in for each other; the same bytes sent once more do: if one of them
-- were others, the other would count.
with placed as (
  select
    indicator_id, unnest(divisions_above(division_code)) as division_code, division_code as row_division, role, amount, unit_key, table_name, row_key,
    submission_id, ordinal, columns_read
  from indicator_evidence(window_start, window_end)
  union all
  select
    indicator_id, division_code, division_code, 'published', published_value, null, 'stated_figure', concat(submission_id, '#', ordinal),
    submission_id, ordinal, null
  from printed_figure(window_start, window_end)
  union all
  select
    indicator_id, division_code, division_code, 'target', target, null, 'stated_figure', concat(source, '#', ordinal), source, ordinal, null
  from indicator_target
  where ordinal is not null and period_start = window_start and period_end = window_end
),
parted as (
  select * replace (unnest(if(role = 'both', ['numerator', 'denominator'], [role])) as role)
  from placed
),
unit as (
  select
    indicator_id, division_code, role, unit_key,
    list(distinct {'row_key': row_key, 'amount': amount, 'submission_id': submission_id, 'is_heading': table_name = 'completeness'}) as members
  from parted
  where unit_key is not null and role in ('numerator', 'denominator') and amount is not null
  group by indicator_id, division_code, role, unit_key
  having count(distinct row_key) > 1
),
twin as (
  select sent.submission_id, list(distinct again.submission_id) as twins
  from (select distinct submission_id, sha256 from history.submission where verdict in ('accepted', 'accepted_with_warnings')) as sent
  join (select distinct submission_id, sha256 from history.submission where verdict = 'duplicate') as again
    on again.sha256 = sent.sha256 and split_part(again.submission_id, '-', 2) = split_part(sent.submission_id, '-', 2)
  group by sent.submission_id
),
shared as (
  select
    parted.*,
    list_sort(list_distinct(list_concat(coalesce(twin.twins, []), list_transform(
      list_filter(members, lambda other:
        other.row_key <> parted.row_key and other.amount >= parted.amount
        and not (other.submission_id is not distinct from parted.submission_id and other.is_heading <> (parted.table_name = 'completeness'))),
      lambda other: other.row_key)))) as counted_with
  from parted
  left join twin using (submission_id)
  left join unit using (indicator_id, division_code, role, unit_key)
)
select
  shared.indicator_id, window_start as window_start, window_end as window_end, shared.division_code, shared.role,
  shared.table_name, shared.row_key, shared.submission_id, place.sheet, place.cell, shared.row_division, shared.amount, shared.unit_key,
  case
    when place.cell is null then null
    when shared.columns_read is null and place.column_cells is null then [place.cell]
    else list_sort(list_distinct(list_filter(
      list_transform(
        coalesce(shared.columns_read, list_transform(string_split(place.column_cells, ' '), lambda part: split_part(part, '=', 1))),
        lambda name: column_cell(place.cell, place.column_cells, name)),
      lambda address: address is not null)))
  end as cells,
  case
    when shared.role not in ('numerator', 'denominator', 'published', 'target') then 'possible'
    when shared.amount = 0 and shared.columns_read is not null then 'possible'
    when len(shared.counted_with) > 0 then 'shared'
    else 'sole'
  end as evidence,
  if(len(shared.counted_with) > 0, shared.counted_with, null) as counted_with,
  coalesce(shared.columns_read, if(place.column_cells is null, null, list_transform(string_split(place.column_cells, ' '), lambda part: split_part(part, '=', 1)))) as columns_read
from shared
left join row_place() as place using (table_name, submission_id, ordinal)
