-- The rows as they stand, dates and amounts typed, into one Parquet file: the least that anybody could do.
copy (
  select * replace (cast(CF_JDRQ as date) as CF_JDRQ, cast(CF_GSJZQ as date) as CF_GSJZQ, cast(CF_NR_FK as decimal(18, 6)) as CF_NR_FK,
    cast(CF_NR_WFFF as decimal(18, 6)) as CF_NR_WFFF)
  from read_csv('{file}', header = true, all_varchar = true)
) to '{out}/bare.parquet' (format parquet, compression zstd);
