-- grain: one letter, or one visit that calls for no joint action · source: joint_action_asked
-- Whether a town took part in what it asked for, nothing sent in tells. It does not apply where nothing had to be asked for.
select
  division_code, if(role = 'not_applicable', 'not_applicable', 'silent') as role, amount, table_name, row_key, submission_id, ordinal, sheet, cell,
  note, columns_read
from assessments.joint_action_asked(asked_campaign, asked_form, asked_measure, asked_from, asked_to)
where table_name = 'joint_request' or role = 'not_applicable'
