-- Functions that the statements of exchange share. Names of people and their numbers never leave them but as keyed digests.

-- Full-width digits, letters and brackets as half-width ones, upper case, without white space. Most texts have none of them, and
-- looking is ten times as fast as changing.
create or replace macro half(t) as case
  when regexp_matches(t, '[\sa-z０-９Ａ-Ｚａ-ｚ（）［］＊－．　]') then upper(regexp_replace(translate(t,
    '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ（）［］＊－．',
    '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz()[]*-.'), '[\s　]+', '', 'g'))
  else t
end;

-- A document number by its words: 徐鼓卫医罚【2024】001号, （2024）1号 and 2024-1 are 徐鼓卫医罚(2024)1. Empty parts if it has no year or number.
create or replace macro document_parts(t) as regexp_extract(half(t),
  '^(.*?)[^0-9A-Z\p{Han}]*((?:19|20)[0-9]{2})年?[^0-9A-Z\p{Han}]*第?(?:字第)?0*([0-9]+)号?(.*)$', ['office', 'year', 'number', 'rest']);
create or replace macro document_key(parts, t) as case
  when parts.number = '' then regexp_replace(half(t), '[^0-9A-Z\p{Han}]+', '', 'g')
  when parts.rest = '' then concat(parts.office, '(', parts.year, ')', parts.number)
  else concat(parts.office, '(', parts.year, ')', parts.number, regexp_replace(parts.rest, '[^0-9A-Z\p{Han}]+', '', 'g'))
end;

-- Names are compared by their letters.
create or replace macro name_words(t) as case
  when regexp_matches(t, '[^0-9A-Z\p{Han}]') then regexp_replace(half(t), '[^0-9A-Z\p{Han}]+', '', 'g')
  else t
end;

-- 2024-05-11, 2024/5/1, 2024.5.1, 2024年5月1日, with or without a time behind; other ways of writing are read in Java.
create or replace macro usual_day(t) as case
  when regexp_matches(t, '^[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?([ T].*)?$')
    then try_cast(replace(translate(regexp_extract(t, '^[^ T]+'), '/.年月', '----'), '日', '') as date)
end;

create or replace macro usual_amount(t) as case
  when regexp_matches(t, '^[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?$') then try_cast(replace(t, ',', '') as decimal(18, 6))
end;

-- Amounts have 18 digits at most: those fit into a machine word, and texts become such numbers ten times as fast.
-- Yuan as results usually tell it: 罚款人民币50000元. Numbers in capitals and with 万 are read in Java.
create or replace macro usual_result(t) as coalesce(regexp_matches(t,
  '^(没收违法所得(人民币)?[0-9]+(\.[0-9]+)?元)?[，,；;、]?((并处|处)?罚款(人民币)?[0-9]+(\.[0-9]+)?元)?[。]?$|^(警告|通报批评)[。]?$'), true);
create or replace macro result_fine(t) as try_cast(nullif(regexp_extract(t, '罚款(?:人民币)?([0-9.]+)元', 1), '') as decimal(18, 4));
create or replace macro result_confiscated(t) as try_cast(nullif(regexp_extract(t, '没收违法所得(?:人民币)?([0-9.]+)元', 1), '') as decimal(18, 4));

-- GB 11643: what is wrong with an identity number; null if nothing is.
create or replace macro identity_fault(x) as case
  when x is null then null
  when not regexp_full_match(x, '[0-9]{17}[0-9X]') then 'length'
  when try_strptime(substr(x, 7, 8), '%Y%m%d') is null then 'birth'
  when substr('10X98765432', cast((
    (ascii(substr(x, 1, 1)) - 48) * 7 + (ascii(substr(x, 2, 1)) - 48) * 9 + (ascii(substr(x, 3, 1)) - 48) * 10 + (ascii(substr(x, 4, 1)) - 48) * 5
    + (ascii(substr(x, 5, 1)) - 48) * 8 + (ascii(substr(x, 6, 1)) - 48) * 4 + (ascii(substr(x, 7, 1)) - 48) * 2 + (ascii(substr(x, 8, 1)) - 48) * 1
    + (ascii(substr(x, 9, 1)) - 48) * 6 + (ascii(substr(x, 10, 1)) - 48) * 3 + (ascii(substr(x, 11, 1)) - 48) * 7 + (ascii(substr(x, 12, 1)) - 48) * 9
    + (ascii(substr(x, 13, 1)) - 48) * 10 + (ascii(substr(x, 14, 1)) - 48) * 5 + (ascii(substr(x, 15, 1)) - 48) * 8 + (ascii(substr(x, 16, 1)) - 48) * 4
    + (ascii(substr(x, 17, 1)) - 48) * 2
    ) % 11 as integer) + 1, 1) <> right(x, 1) then 'last'
end;

-- GB 32100: what is wrong with a credit code; null if nothing is.
create or replace macro credit_fault(x) as case
  when x is null then null
  when length(x) <> 18 then 'length'
  when not regexp_full_match(x, '[0-9A-HJ-NPQRTUWXY]{18}') then 'character'
  when substr('0123456789ABCDEFGHJKLMNPQRTUWXY', cast((31 - (
    (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 1, 1)) - 1) * 1 + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 2, 1)) - 1) * 3
    + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 3, 1)) - 1) * 9 + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 4, 1)) - 1) * 27
    + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 5, 1)) - 1) * 19 + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 6, 1)) - 1) * 26
    + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 7, 1)) - 1) * 16 + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 8, 1)) - 1) * 17
    + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 9, 1)) - 1) * 20 + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 10, 1)) - 1) * 29
    + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 11, 1)) - 1) * 25 + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 12, 1)) - 1) * 13
    + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 13, 1)) - 1) * 8 + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 14, 1)) - 1) * 24
    + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 15, 1)) - 1) * 10 + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 16, 1)) - 1) * 30
    + (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(x, 17, 1)) - 1) * 28
    ) % 31) % 31 as integer) + 1, 1) <> right(x, 1) then 'last'
end;

-- HMAC-SHA-256 under the key of the home (RFC 2104), 32 hex digits of it; the key is known as its two pads only.
create or replace macro keyed(t) as left(sha256(getvariable('outer_pad') || unhex(sha256(getvariable('inner_pad') || encode(t)))), 32);

-- Enough to find it again, not enough to use it.
create or replace macro masked(x) as case
  when length(x) < 6 then '***'
  else concat(left(x, 3), repeat('*', length(x) - 5), right(x, 2))
end;
create or replace macro masked_name(x) as case when x is not null then concat(left(x, 1), repeat('*', least(length(x) - 1, 3))) end;

-- 50000, 980.5: without zeros behind.
create or replace macro plain_number(x) as regexp_replace(regexp_replace(cast(x as varchar), '(\.[0-9]*?)0+$', '\1'), '\.$', '');

-- Numbers of citizens and telephones that stand where nobody expects them: what is published shows their ends only.
create or replace macro discreet(t) as case
  when regexp_matches(t, '[0-9]{11}') then regexp_replace(regexp_replace(t,
    '\b([1-9][0-9]{2})[0-9]{3}(?:18|19|20)[0-9]{8}([0-9][0-9Xx])\b', '\1*************\2', 'g'),
    '\b(1[0-9]{2})[0-9]{6}([0-9]{2})\b', '\1******\2', 'g')
  else t
end;
