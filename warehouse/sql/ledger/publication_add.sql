-- One publication.
insert into publication (publication, published_at, date, run, rules) values (?, ?, ?, ?, ?)
