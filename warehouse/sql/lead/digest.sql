-- grain: one record · source: cell
select ordinal, md5(string_agg(concat(field, '=', cell), chr(31) order by field)) as content_digest
from cell
group by ordinal
