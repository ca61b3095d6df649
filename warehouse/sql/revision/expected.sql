-- Reports that were expected, and until when.
select concat_ws('/', campaign_id, form_id, document_kind, division_code, period_start, period_end) as row_key, due_on
from expected_report
