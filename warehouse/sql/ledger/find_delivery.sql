-- One delivery.
select * from delivery where delivery_id = ?
