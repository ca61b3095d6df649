-- Whatever waits or is stuck is tried now.
update parcel set state = 'waiting', next_at = ? where state in ('waiting', 'stuck')
