-- What was received, for a rebuild: it is opened again. Numbers that bare files were given stay.
delete from package where direction = 'in' and (data_id is null or data_id <> package_id)
