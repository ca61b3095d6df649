-- One reason why a publication says another value than the one before.
insert into publication_change values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
