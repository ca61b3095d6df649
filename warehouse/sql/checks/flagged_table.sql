-- grain: one judged submission with findings from history · source: Decider
create table flagged (submission_id varchar, errors integer, warnings integer)
