-- How much of a partner arrived by itself (not inside something else) since a time. One row.
select count(*), coalesce(sum(bytes), 0) from delivery where received_at >= ? and partner_id = ? and parent_delivery_id is null
