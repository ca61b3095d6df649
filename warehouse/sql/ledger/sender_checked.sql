-- What is known of the sender of a message, and why it is held if it is.
update delivery set authentication = ?, held = ? where delivery_id = ?
