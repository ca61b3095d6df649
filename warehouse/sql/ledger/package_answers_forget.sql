-- Answers we gave, for a rebuild: made again they are the same.
delete from package_answer where package_id in (select package_id from package where direction = 'in')
