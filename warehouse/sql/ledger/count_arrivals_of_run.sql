-- Deliveries of a run that arrived by themselves, judged or not.
select count(*) from delivery where run_id = ? and parent_delivery_id is null
