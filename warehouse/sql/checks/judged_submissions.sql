-- grain: one submission of this run's deliveries · source: judged_submission, with the verdict of what a duplicate repeats
with original as (
  select submission_id, verdict
  from submission
  where submission_id in (select same_as from judged_submission)
  qualify row_number() over (partition by submission_id order by loaded_at desc, run_id desc) = 1
)
select
  judged.delivery_id, judged.submission_id, judged.ordinal, judged.form_id, judged.edition, judged.reporter_code, judged.reporter_name,
  judged.period_start, judged.period_end, judged.verdict, judged.same_as, original.verdict as repeated
from judged_submission as judged
left join original on original.submission_id = judged.same_as
join judged_tree as tree using (delivery_id)
order by tree.root_id, tree.place, judged.ordinal
