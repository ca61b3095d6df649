-- grain: the data part · source: sent, verdict, issue
select
  (select count(*) from sent) as records,
  (select count(*) from verdict where row_verdict = 'refused') as refused,
  (select count(*) from issue join check_severity using (code) where severity = 'error') as errors,
  (select count(*) from issue join check_severity using (code) where severity = 'warning') as warnings,
  (select min(try_cast(yrd_received_on as date)) from sent) as first_day,
  (select max(try_cast(yrd_received_on as date)) from sent) as last_day
