-- Deliveries of a run, judged or not.
select count(*) from delivery where run_id = ?
