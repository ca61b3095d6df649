-- Fourth version: which server's word about the sender of a message counts, what it said, why a delivery was held.
alter table delivery add column received_by text;
alter table delivery add column authentication text;
alter table delivery add column held text;
pragma user_version = 4;
