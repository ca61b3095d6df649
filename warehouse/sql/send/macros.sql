-- Functions for records that leave: how persons are masked, keyed and written. Uses exchange/macros.sql.

-- Surname and one * for every further character; two-character surnames are told to it.
create or replace macro surname_length(x) as if(length(x) > 2 and list_contains(getvariable('compound_surnames'), left(x, 2)), 2, 1);
create or replace macro surname_only(x) as concat(left(x, surname_length(x)), repeat('*', greatest(length(x) - surname_length(x), 0)));

-- A text in which neither the party nor its representative is named in full, and no identity or telephone number stands.
create or replace macro without_name(t, x) as case when length(x) >= 2 then replace(t, x, surname_only(x)) else t end;
create or replace macro without_numbers(t) as
  regexp_replace(regexp_replace(t, '[0-9０-９]{17}[0-9０-９XxＸｘ]|[0-9０-９]{15}', '******', 'g'), '1[3-9][0-9]{9}', '******', 'g');
create or replace macro without_persons(t, one, other) as without_name(without_name(without_numbers(t), one), other);

-- GB 11643 of 1989 had 15 digits: the century and the check character complete it.
create or replace macro check_character(x) as substr('10X98765432', cast(list_sum(list_transform(range(1, 18),
  lambda i: (ascii(substr(x, cast(i as integer), 1)) - 48) * [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2][i])) % 11 as integer) + 1, 1);
create or replace macro identity_of_18(x) as case
  when regexp_full_match(x, '[0-9]{15}') then concat(left(x, 6), '19', right(x, 9), check_character(concat(left(x, 6), '19', right(x, 9))))
  else x
end;

-- HMAC-SHA-256 under the key that two regions share, lower-case hex; the key is known as its two pads (RFC 2104). Who has no
-- number has no key: || keeps null, where concat would give everybody without a number the same one.
create or replace macro shared_keyed(t) as sha256(getvariable('shared_outer_pad') || unhex(sha256(getvariable('shared_inner_pad') || encode(t))));
create or replace macro shared_key_of_person(x) as case when identity_fault(identity_of_18(x)) is null then shared_keyed('id:' || identity_of_18(x)) end;
create or replace macro shared_key_of_credit(x) as case when credit_fault(x) is null then shared_keyed('uscc:' || x) end;

-- Yuan as 10 000 yuan with at most six decimals.
create or replace macro ten_thousands(x) as case when x >= 0 then plain_number(cast(x * 0.0001 as decimal(18, 6))) end;
