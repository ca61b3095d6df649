-- The answers to a delivery travel in this parcel.
update outbox set parcel_id = ? where delivery_id = ?
