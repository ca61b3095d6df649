-- What the statements of exchange are told before they run: words, laws and checks as declared.
create or replace table practice_word (word varchar, code varchar);
create or replace table basis (rule varchar, pattern varchar, position integer);
create or replace table rule_value (rule_id varchar, valid_from date, valid_to date, name varchar, value decimal(20, 4), law varchar, law_en varchar);
create or replace table column_rule (field varchar, blank varchar);
create or replace table check_severity (code varchar, severity varchar);
create or replace table text_reading (
  kind varchar, text varchar, code varchar, fine decimal(20, 6), confiscated decimal(20, 6), total decimal(20, 6), day date
)
