-- An answer was delivered.
update outbox set state = 'sent', sent_at = ? where answer_id = ?
