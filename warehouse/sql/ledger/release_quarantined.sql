-- A delivery waits again because somebody vouches for it.
update delivery set state = 'received', outcome = null, run_id = null where delivery_id = ? and outcome = 'quarantined'
