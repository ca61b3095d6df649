-- What was received, for a rebuild: it is opened again.
delete from package where direction = 'in'
