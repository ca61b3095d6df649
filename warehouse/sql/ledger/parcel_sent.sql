-- A parcel was sent and its receiver confirmed it.
update parcel set state = 'sent', sent_at = ?, attempts = attempts + 1, next_at = null, problem = null, details = '[]' where parcel_id = ?
