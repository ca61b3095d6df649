-- How much of a partner arrived by itself (not inside something else) since a time; messages that nobody looked into yet count by
-- their senders, a JSON list in lower case. One row.
select count(*), coalesce(sum(bytes), 0) from delivery
where received_at >= ?1 and parent_delivery_id is null
  and (partner_id = ?2 or (channel = 'imap' and state <> 'judged' and lower(sender) in (select value from json_each(?3))))
