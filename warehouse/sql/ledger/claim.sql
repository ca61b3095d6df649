-- Everything that waits is this run's, also what a dead run had claimed: the home's lock makes sure that no other run is alive.
-- A run taken up again keeps what it has and takes nothing new: its partitions are already cut.
update delivery set state = 'claimed', run_id = ?1
where state in ('received', 'claimed') and not exists (select 1 from delivery as mine where mine.run_id = ?1)
