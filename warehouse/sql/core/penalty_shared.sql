-- grain: one number of an authority that several rows speak of · source: staging.penalty_source, core.submission_validity
-- Only these have to be compared with each other: of a million decisions nearly all are told once.
select source.document_key, source.authority_key
from staging.penalty_source as source
join core.submission_validity as validity using (submission_id)
where source.row_verdict in ('accepted', 'remark') and validity.counts
group by source.document_key, source.authority_key
having count(*) > 1
