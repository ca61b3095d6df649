-- One decision of a person.
insert into decision (decided_at, kind, body) values (?, ?, ?)
