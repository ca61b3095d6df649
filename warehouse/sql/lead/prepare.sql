-- What the statements of lead work on, filled by LeadStage: the columns of the profile, what was sent to this partner, and the records.
create or replace table profile_column (
  field varchar, type varchar, most integer, is_required boolean, listed varchar[]
);
create or replace table sent_lead (lead_id varchar);
create or replace table check_severity (code varchar, severity varchar);
