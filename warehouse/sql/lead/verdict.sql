-- grain: one record with something found in it · source: issue
select
  ordinal,
  case
    when bool_or(severity = 'error') then 'refused'
    when bool_or(code = 'REPEATED_LINE') then 'repeated'
    else 'remark'
  end as row_verdict,
  string_agg(distinct code, ' ' order by code) as reasons
from issue
join check_severity using (code)
group by ordinal
