-- grain: none · source: what judging one world leaves behind
drop table slot_member;
drop table judgement;
drop table flagged;
drop table known_submission;
drop table final_submission;
