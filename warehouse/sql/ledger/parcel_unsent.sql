-- Parcels of one kind that no receiver has confirmed; the kind is the first word of the id.
select * from parcel where parcel_id glob ? and state <> 'sent' order by parcel_id
