-- The answers to a delivery were sent.
update outbox set state = 'sent', sent_at = ? where delivery_id = ?
