-- What a run that died had unpacked is unpacked again by the run that takes its deliveries over; a run taken up again keeps its own.
delete from delivery
where parent_delivery_id is not null and state <> 'judged' and not exists (select 1 from delivery as mine where mine.run_id = ?1)
