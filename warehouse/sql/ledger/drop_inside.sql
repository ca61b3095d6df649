-- Everything that was unpacked, for a rebuild: it is unpacked again.
delete from delivery where parent_delivery_id is not null
