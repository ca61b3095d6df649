-- A parcel could not be sent; without a next time it waits for somebody.
update parcel set state = ?, attempts = attempts + 1, next_at = ?, problem = ?, details = ? where parcel_id = ?
