-- grain: one thing that is known of an item of an assessment · source: assessed_evidence
select * from assessed_evidence()
