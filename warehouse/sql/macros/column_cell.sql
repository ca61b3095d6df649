-- parameters: cell, column_cells, name
-- returns: value
-- Address of a column of a line; null if it has none, the line's first cell if nothing is known of its columns.
case
  when column_cells is null then cell
  when regexp_matches(regexp_extract(concat(' ', column_cells), concat(' ', name, '=([A-Z]+[0-9]*)'), 1), '[0-9]$')
    then regexp_extract(concat(' ', column_cells), concat(' ', name, '=([A-Z]+[0-9]*)'), 1)
  else nullif(regexp_extract(concat(' ', column_cells), concat(' ', name, '=([A-Z]+[0-9]*)'), 1), '') || regexp_extract(cell, '[0-9]+$')
end
