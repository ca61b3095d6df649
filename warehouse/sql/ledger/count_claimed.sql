-- Deliveries that a run has to judge.
select count(*) from delivery where run_id = ? and state = 'claimed'
