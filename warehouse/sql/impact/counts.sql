-- grain: one count · source: changed_submission, changed_finding, before_verdict, reread
select 'submissions' as name, cast(null as varchar) as word, count(*) as number from before_verdict where is_standing
union all
select 'read', null, count(*) from reread
union all
select 'superseded', null, count(*) from changed_submission where not is_standing and flips
union all
select 'flip', concat(coalesce(verdict_before, '-'), '>', coalesce(verdict_after, '-')), count(*)
from changed_submission
where is_standing and flips
group by all
union all
select change, code, count(*)
from changed_finding
where submission_id in (select submission_id from changed_submission where is_standing)
group by all
order by name, word
