-- Deliveries by outcome; those not judged yet under their state.
select coalesce(outcome, state), count(*) from delivery group by 1 order by 1
