-- The journal of decisions, in order.
select decision_id, decided_at, kind, body from decision order by decision_id
