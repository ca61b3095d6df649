-- grain: one indicator · source: indicator_definition
select indicator_id, title, title_en from indicator_definition order by indicator_id
