-- Deliveries that no run has judged.
select count(*) from delivery where state in ('received', 'claimed')
