-- All deliveries wait again, for a rebuild.
update delivery set state = 'received', run_id = null, outcome = null
