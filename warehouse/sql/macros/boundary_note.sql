-- parameters: window_start, window_end
-- grain: one division whose area changed between the beginning of the window before and the end of this one · source: division_change
select
  division_code,
  concat('区划有变动（', string_agg(told, '；' order by told), '），前后不可比，可用 indicator_on 按某一年的区划计算') as boundary_note
from (
  select
    unnest([change.from_code, change.to_code]) as division_code,
    concat(
      if(change.is_day_known, cast(change.changed_on as varchar), concat(year(change.changed_on), '年')), ' ',
      former.name, if(change.kind = 'merged', '并入', '部分划入'), later.name) as told
  from division_change as change
  join division as former on former.division_code = change.from_code
  join division as later on later.division_code = change.to_code
  where change.kind <> 'renamed' and change.changed_on between window_before(window_start, window_end) + 1 and window_end
)
group by division_code
