-- What the message itself says of where it is from.
update delivery set partner_id = ?, sender = ?, subject = ? where delivery_id = ?
