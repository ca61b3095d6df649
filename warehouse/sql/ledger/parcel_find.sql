-- One parcel.
select * from parcel where parcel_id = ?
