-- grain: one judged delivery · source: final_delivery
select * from final_delivery order by received_at, delivery_id
