-- grain: one submission judged by this run · source: Decider, slot by slot
-- former_id is the submission that counted in its slot when it came.
create table judgement (submission_id varchar, verdict varchar, same_as varchar, former_id varchar)
