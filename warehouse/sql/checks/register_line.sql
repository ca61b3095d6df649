-- grain: one register line of any register · source: the register tables
create view register_line as
select 'lead' as table_name, submission_id, line_key, sheet, cell from lead
union all
select 'risk_point', submission_id, line_key, sheet, cell from risk_point
union all
select 'patrol', submission_id, line_key, sheet, cell from patrol
union all
select 'lookback_case', submission_id, line_key, sheet, cell from lookback_case
union all
select 'joint_request', submission_id, line_key, sheet, cell from joint_request
union all
select 'document', submission_id, line_key, sheet, cell from document
