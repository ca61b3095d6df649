-- Everything that waits is this run's. The home's lock makes sure that no other run is alive, so what a dead run claimed and never judged waits too.
update delivery set state = 'claimed', run_id = ? where state in ('received', 'claimed')
