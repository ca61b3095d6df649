-- Records that were held back from one region for one reason.
insert into held_back (partner_id, profile, reason, records, at) values (?, ?, ?, ?, ?)
