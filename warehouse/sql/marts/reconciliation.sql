-- grain: one figure that a document prints · source: reconciled
select * from reconciled()
