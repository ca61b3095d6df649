-- What counts otherwise than in the publication before: a report (the slot in which reports replace one another), a penalty or
-- an expected report, for each division in which it makes a difference.
create temp table difference as
with evidence as (
  select 'former' as moment, * from former_evidence
  union all by name
  select 'now' as moment, * from current_evidence
),
placed as (
  select
    evidence.*,
    case evidence.table_name when 'penalty' then 'penalty' when 'completeness' then 'expected' else 'report' end as kind,
    case when evidence.table_name in ('penalty', 'completeness') then evidence.row_key else coalesce(slot.slot, evidence.row_key) end as thing
  from evidence
  left join core.submission_slot as slot using (submission_id)
),
counted as (
  select indicator_id, window_start, window_end, kind, thing, division_code, role, unit_key, moment,
    if(unit_key is null, sum(amount), max(amount)) as amount
  from placed
  group by indicator_id, window_start, window_end, kind, thing, division_code, role, unit_key, moment
),
told as (
  select
    indicator_id, window_start, window_end, kind, thing, division_code, role, unit_key,
    max(amount) filter (moment = 'former') as former_amount,
    max(amount) filter (moment = 'now') as amount
  from counted
  group by indicator_id, window_start, window_end, kind, thing, division_code, role, unit_key
),
marked as (
  select
    *,
    bool_and(amount is null) over things as is_gone,
    bool_or(unit_key is not null and former_amount is null) over things
      and bool_or(unit_key is not null and amount is null) over things as is_regrouped
  from told
  window things as (partition by indicator_id, window_start, window_end, kind, thing)
),
placed_above as (
  select
    indicator_id, window_start, window_end, kind, thing, unnest(divisions_above(division_code)) as division_code, is_gone, is_regrouped
  from marked
  where former_amount is distinct from amount
)
select
  indicator_id, window_start, window_end, kind, thing, division_code,
  bool_and(is_gone) as is_gone, bool_or(is_regrouped) as is_regrouped
from placed_above
group by indicator_id, window_start, window_end, kind, thing, division_code
