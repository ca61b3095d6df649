-- First, last and number of deliveries of a partner.
insert into partner (partner_id, first_seen, last_seen, deliveries) values (?1, ?2, ?2, 1)
on conflict (partner_id) do update set
  first_seen = min(first_seen, excluded.first_seen), last_seen = max(last_seen, excluded.last_seen), deliveries = deliveries + 1
