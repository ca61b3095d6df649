-- grain: the sheet · source: record, verdict, issue
select
  (select count(*) from record) as records,
  (select count(*) from verdict where row_verdict = 'refused') as refused,
  (select count(*) from issue join check_severity using (code) where severity = 'error') as errors,
  (select count(*) from issue join check_severity using (code) where severity = 'warning') as warnings,
  (select min(decision_date) from record anti join (select ordinal from verdict where row_verdict = 'refused') as refused using (ordinal)) as first_day,
  (select max(decision_date) from record anti join (select ordinal from verdict where row_verdict = 'refused') as refused using (ordinal)) as last_day,
  (select if(count(distinct source_code) = 1 and credit_fault(any_value(source_code)) is null, substr(any_value(source_code), 3, 6), null) from record) as source_division,
  (select list_sort(list(distinct division_code)) from record where division_code is not null) as divisions
