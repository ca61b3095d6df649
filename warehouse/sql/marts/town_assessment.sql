-- grain: one item of an assessment and one who is assessed · source: assessed_item
select * from assessed_item()
