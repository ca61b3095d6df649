-- grain: one problem of one record · source: record, record_text, rule_value
-- field is where it stands; sent is as the sender wrote it, masked where personal; arguments is a JSON object for the sentence.
with band as materialized (
  select
    rule_id, valid_from, valid_to, any_value(law) as law, any_value(law_en) as law_en,
    max(value) filter (name = 'gain_times_least') as times_least, max(value) filter (name = 'gain_times_most') as times_most,
    max(value) filter (name = 'gain_counts_at_least_yuan') as counts_at_least, max(value) filter (name = 'most_yuan') as most_yuan
  from rule_value
  group by rule_id, valid_from, valid_to
),
fined as (
  select
    record.ordinal, record.fine, record.fine_yuan, band.law, band.law_en,
    band.times_least * greatest(coalesce(record.confiscated_yuan, 0), band.counts_at_least) as least_yuan,
    coalesce(band.times_most * greatest(coalesce(record.confiscated_yuan, 0), band.counts_at_least), band.most_yuan) as most_yuan
  from record
  join band on band.rule_id = record.rule and record.decision_date between band.valid_from and band.valid_to
  where record.is_unlicensed_practice and record.fine_yuan is not null and record.change <> 'withdrawn'
),
display as materialized (
  select valid_from, valid_to, any_value(law) as law, any_value(law_en) as law_en, max(value) filter (name = 'serious_most_months') as most_months
  from rule_value
  where rule_id = 'penalty-display'
  group by valid_from, valid_to
),
-- Which record of this file a decision number stands in already.
numbered as (
  select
    ordinal, sheet_row, document_key, document_number, row_digest,
    first_value(sheet_row) over same_row as first_row,
    first_value(sheet_row) over same_decision as first_of_decision,
    min(name_key) over same_number <> max(name_key) over same_number
      or min(authority_key) over same_number <> max(authority_key) over same_number as is_shared,
    min(sheet_row) over same_number as lowest, max(sheet_row) over same_number as highest
  from record
  where document_key <> '' and is_number_usual
  window
    same_row as (partition by row_digest order by ordinal),
    same_decision as (partition by document_key, authority_key, decision_date, name_key order by ordinal),
    same_number as (partition by document_key)
),
blank as (
  select ordinal, unnest(['party_name', 'document_number', 'violation_type', 'facts', 'legal_basis', 'kinds', 'content', 'decision_date',
    'authority_name', 'authority_code', 'source_name', 'source_code']) as field, unnest(is_blank) as is_blank
  from record
  where list_contains(is_blank, true)
)
select ordinal, if(column_rule.blank = 'refuses', 'PENALTY_FIELD_MISSING', 'PENALTY_FIELD_BLANK') as code, field, '' as sent, '' as expected, '{}' as arguments
from blank
join column_rule using (field)
where is_blank and column_rule.blank in ('refuses', 'remark')
union all
select ordinal, 'PENALTY_DATE_WRONG', 'decision_date', decision_date_sent, '', '{}'
from record
where decision_date_sent is not null and (decision_date is null or decision_date > getvariable('received_on') or decision_date < date '1990-01-01')
union all
select ordinal, 'PENALTY_STATE_UNKNOWN', 'state', state, '', '{}' from record where change = 'unknown'
union all
select ordinal, 'PENALTY_DATE_UNREADABLE', 'display_until', display_until_sent, '', '{}'
from record
where display_until_sent is not null and display_until is null
union all
select ordinal, 'PENALTY_NUMBER_ODD', 'document_number', document_number, '', '{}' from record where document_number is not null and not is_number_usual
union all
select ordinal, 'CREDIT_CODE_CHECK', 'credit_code', shown_credit, '', to_json({'fault': credit_fault}) from record where credit_fault is not null
union all
select ordinal, 'CREDIT_CODE_CHECK', 'authority_code', authority_code, '', to_json({'fault': authority_fault}) from record where authority_fault is not null
union all
select ordinal, 'ID_CHECK_DIGIT', 'id_number', shown_identity, '', to_json({'fault': identity_fault}) from record where identity_fault is not null
union all
select ordinal, 'ID_CHECK_DIGIT', 'representative_id', shown_representative, '', to_json({'fault': representative_fault}) from record where representative_fault is not null
union all
select ordinal, 'PENALTY_IDENTITY_MASKED', if(party_kind = 'natural_person', 'id_number', 'credit_code'), '', '', '{}'
from record
where identity_state in ('masked', 'missing')
union all
select ordinal, 'PENALTY_AMOUNT_UNREADABLE', if(column_fine is null and fine is not null, 'fine', 'confiscated'), if(column_fine is null and fine is not null, fine, confiscated), '', '{}'
from record
where is_unreadable
union all
select ordinal, 'PENALTY_AMOUNT_UNIT', 'fine', fine, '', to_json({'text': concat(plain_number(text_fine), '元')}) from record where fine_is_yuan
union all
select ordinal, 'PENALTY_AMOUNT_UNIT', 'confiscated', confiscated, '', to_json({'text': concat(plain_number(text_confiscated), '元')}) from record where confiscated_is_yuan
union all
select ordinal, 'PENALTY_AMOUNT_DIFFERS', 'fine', fine, '', to_json({'column': concat(plain_number(column_fine), '元'), 'text': concat(plain_number(text_fine), '元')})
from record
where column_fine <> text_fine and not fine_is_yuan
union all
select ordinal, 'PENALTY_AMOUNT_DIFFERS', 'confiscated', confiscated, '',
  to_json({'column': concat(plain_number(column_confiscated), '元'), 'text': concat(plain_number(text_confiscated), '元')})
from record
where column_confiscated <> text_confiscated and not confiscated_is_yuan
union all
select ordinal, 'PENALTY_AMOUNT_IN_WORDS', if(getvariable('has_amounts'), 'fine', 'content'), '', '', to_json({'amount': concat(plain_number(coalesce(fine_yuan, confiscated_yuan)), '元')})
from record
where in_words
union all
select ordinal, 'PENALTY_FINE_OUTSIDE_BAND', if(getvariable('has_amounts'), 'fine', 'content'), concat(plain_number(fine_yuan), '元'), '',
  to_json({
    'side': if(fine_yuan < least_yuan, '低于法定最低额', '高于法定最高额'),
    'side_en': if(fine_yuan < least_yuan, 'below the legal minimum of', 'above the legal maximum of'),
    'limit': concat(plain_number(if(fine_yuan < least_yuan, least_yuan, most_yuan)), '元'), 'law': law, 'law_en': law_en})
from fined
where fine_yuan < least_yuan or fine_yuan > most_yuan
union all
select ordinal, 'PENALTY_DISPLAY_PERIOD', 'display_until', display_until_sent, '',
  to_json({'decided': cast(decision_date as varchar), 'most': cast(cast(most_months as integer) as varchar), 'law': law, 'law_en': law_en})
from record
join display on record.decision_date between display.valid_from and display.valid_to
where display_until > decision_date + to_months(cast(most_months as integer)) or display_until < decision_date
union all
select ordinal, 'REPEATED_LINE', 'party_name', '', '', to_json({'other_row': first_row}) from numbered where sheet_row <> first_row
union all
select ordinal, 'PENALTY_STATED_TWICE', 'document_number', document_number, '', to_json({'other_row': first_of_decision})
from numbered
where sheet_row <> first_of_decision and sheet_row = first_row
union all
select ordinal, 'PENALTY_NUMBER_SHARED', 'document_number', document_number, '', to_json({'other_row': if(sheet_row = lowest, highest, lowest)})
from numbered
where is_shared
union all
select ordinal, 'PENALTY_AMENDED', if(state is null, 'remark', 'state'), '', '', '{}' from record where change = 'amended'
union all
select ordinal, 'PENALTY_WITHDRAWN', if(state is null, 'remark', 'state'), '', '', '{}' from record where change = 'withdrawn'
