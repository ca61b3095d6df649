-- parameters:
-- grain: one row read from a file · source: observation, stated_figure, penalty_source, heading_cell, finding_cell, every register
-- Where it stands in the file. A report that was asked for stands in the cells that tell whose it is. A penalty stands where the row that holds stands.
select 'observation' as table_name, submission_id, ordinal, sheet, cell, column_cells from observation
union all
select 'stated_figure', submission_id, ordinal, sheet, cell, column_cells from stated_figure
union all
select 'penalty', submission_id, ordinal, sheet, cell, column_cells from penalty_source
union all
select 'completeness', submission_id, ordinal, sheet, cell, null from heading_cell()
union all
select 'finding', submission_id, ordinal, sheet, cell, null from finding_cell()
-- for each register: union all select '{table}', submission_id, ordinal, sheet, cell, column_cells from {table}
