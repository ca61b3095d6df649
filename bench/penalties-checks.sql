-- The same checks and outputs as one would write them by hand for this one layout, knowing what is in the file: no odd notations,
-- no findings in words, nothing encrypted. Uses the functions of warehouse/sql/exchange/macros.sql.
set variable inner_pad = '\x36\x36\x36'::blob;
set variable outer_pad = '\x5C\x5C\x5C'::blob;
create table record as
select
  row_number() over () as ordinal,
  CF_WSH as document_number, document_key(document_parts(CF_WSH), CF_WSH) as document_key, cast(CF_JDRQ as date) as decision_date, CF_CFJG as authority_name, half(CF_CFJGDM) as authority_code,
  name_words(CF_CFJG) as authority_key, substr(CF_CFJGDM, 3, 6) as division_code, CF_XDR_LB as party_kind,
  case when coalesce(CF_XDR_ZJHM, CF_XDR_SHXYM) <> '' then keyed(concat('number|', coalesce(CF_XDR_ZJHM, CF_XDR_SHXYM))) end as party_key,
  keyed(concat('name|', name_words(CF_XDR_MC))) as name_key,
  CF_XDR_SHXYM as credit_code, identity_fault(half(CF_XDR_ZJHM)) as identity_fault, credit_fault(half(CF_XDR_SHXYM)) as credit_fault, credit_fault(half(CF_CFJGDM)) as authority_fault,
  identity_fault(half(CF_FR_ZJHM)) as representative_fault,
  CF_WFXW as violation_type, regexp_matches(CF_WFXW, '擅自开展诊疗|非医师行医') as is_unlicensed_practice,
  case regexp_extract(CF_SY, '静脉输液|拔牙|针灸|玻尿酸|弱视|干细胞') when '静脉输液' then 'western' when '拔牙' then 'dental' when '针灸' then 'chinese'
    when '玻尿酸' then 'cosmetic' when '弱视' then 'myopia' else 'other' end as practice_type,
  CF_YJ as legal_basis, CF_CFLB as penalty_kinds, cast(CF_NR_FK as decimal(18, 6)) * 10000 as fine_yuan, cast(CF_NR_WFFF as decimal(18, 6)) * 10000 as confiscated_yuan,
  result_fine(CF_NR) as text_fine, cast(CF_GSJZQ as date) as display_until, regexp_matches(BZ, '^变更|^撤销') as is_change,
  md5(concat_ws('|', CF_XDR_MC, CF_XDR_ZJHM, CF_XDR_SHXYM, CF_WSH, CF_WFXW, CF_SY, CF_YJ, CF_CFLB, CF_NR, CF_NR_FK, CF_NR_WFFF, CF_JDRQ, CF_CFJG)) as row_digest
from read_csv('{file}', header = true, all_varchar = true);
copy (
  select
    *,
    fine_yuan < if(legal_basis like '%医师法%第五十九条%', 2, 5) * greatest(confiscated_yuan, 10000)
      or fine_yuan > if(legal_basis like '%医师法%第五十九条%', 10, 20) * greatest(confiscated_yuan, 10000) as is_outside_band,
    display_until > decision_date + interval 36 month as is_shown_too_long,
    fine_yuan <> text_fine as differs,
    row_number() over (partition by row_digest order by ordinal) > 1 as is_repeated,
    count(*) over (partition by document_key) > 1 as is_number_shared
  from record
) to '{out}/checked.parquet' (format parquet, compression zstd);
copy (
  select row_number() over () as ordinal, to_json({'party_name': CF_XDR_MC, 'representative': CF_FRDB, 'representative_id': CF_FR_ZJHM, 'id_type': CF_XDR_ZJLX,
    'id_number': CF_XDR_ZJHM, 'facts': CF_SY, 'content': CF_NR, 'remark': BZ}) as secrets
  from read_csv('{file}', header = true, all_varchar = true)
) to '{out}/personal.parquet' (format parquet, compression zstd);
