-- grain: one finding that history tells · source: Trial
create or replace table told_by_history (
  submission_id varchar, code varchar, severity varchar, sheet varchar, cell varchar, message varchar, message_en varchar)
