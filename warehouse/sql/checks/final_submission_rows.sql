-- grain: one judged submission · source: final_submission
select * from final_submission order by received_at, delivery_id, ordinal
