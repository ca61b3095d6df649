-- grain: one assessment and one who is assessed · source: assessed_rank
select * from assessed_rank()
