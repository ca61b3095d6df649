-- grain: one patrol register that a town owes · source: completeness, submission
-- Late, or missing or sent back when its day is over, is not in time. As long as one may still come in time, nothing is known.
with owed as (
  select
    concat_ws('/', campaign_id, form_id, document_kind, division_code, period_start, period_end) as row_key,
    division_code, period_start, period_end, due_on, state, submission_id, received_at,
    state in ('late', 'missing') or (state = 'returned' and due_on < published_on()) as is_late,
    bool_and(state = 'on_time') over (partition by division_code) as is_all_in_time
  from completeness
  where campaign_id = asked_campaign and form_id = 'xianju-patrol-register'
    and period_end between asked_from and asked_to
)
select
  division_code,
  case when is_late then 'deducts' when is_all_in_time then 'clears' else 'silent' end as role,
  cast(if(is_late, 1, 0) as decimal(20, 4)) as amount,
  'completeness' as table_name, row_key, submission_id, cast(null as integer) as ordinal,
  cast(null as varchar) as sheet, cast(null as varchar) as cell,
  concat(year(period_start), '年', month(period_start), '—', month(period_end), '月登记表，应于', due_on, '前报送，',
    case state
      when 'on_time' then concat(cast(received_at as date), '报送')
      when 'late' then concat('逾期，', cast(received_at as date), '报送')
      when 'returned' then if(is_late, '已退回，未再报', '已退回，可在期限前重报')
      when 'missing' then '未报'
      else '未到期'
    end) as note
from owed
