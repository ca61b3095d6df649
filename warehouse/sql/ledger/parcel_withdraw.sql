-- A parcel that no receiver has confirmed is taken back.
delete from parcel where parcel_id = ? and state <> 'sent'
