-- The outcome of a delivery.
update delivery set state = 'judged', outcome = ? where delivery_id = ?
