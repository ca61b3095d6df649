-- No channel pauses.
delete from parcel_pause
