-- A channel failed: all that waits on it waits longer, what has waited too long is stuck.
update parcel set state = case when created_at < ? then 'stuck' else state end, next_at = max(next_at, ?), problem = ?, details = ?
where channel_id = ? and state in ('waiting', 'stuck') and next_at is not null
