package xinglin.app.night.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import xinglin.app.night.Examples;
import xinglin.app.night.Published;
import xinglin.app.night.Sha;
import xinglin.jobs.open.Limits;

/** All cells of the accepted examples: what was read as data by column, and what was not read. */
final class ReadCells {
  private static final String READ =
      """
      with place as (
        select table_name, submission_id, ordinal, sheet, cell, column_cells, measure_id as measure
        from row_place()
        left join (
          select 'observation' as table_name, submission_id, ordinal, measure_id from observation
          union all
          select 'stated_figure', submission_id, ordinal, measure_id from stated_figure
        ) using (table_name, submission_id, ordinal)
        where table_name not in ('completeness', 'finding')
      ),
      named as (
        select *, split_part(unnest(string_split(column_cells, ' ')), '=', 1) as name from place where column_cells is not null
      ),
      kind as (
        select table_name, column_name, data_type from duckdb_columns() where schema_name = 'main' and not internal
        union
        select 'penalty', column_name, data_type from duckdb_columns() where schema_name = 'main' and table_name = 'penalty_source'
      ),
      found as (
        select
          named.table_name, submission_id, cast(ordinal as varchar) as line, sheet, column_cell(cell, column_cells, name) as address, name,
          case when data_type = 'DATE' then 'date' when data_type like '%INT%' then 'number' else 'word' end as kind
        from named
        left join kind on kind.table_name = named.table_name and kind.column_name = name
        union all
        select table_name, submission_id, cast(ordinal as varchar), sheet, cell, measure, 'number'
        from place
        where column_cells is null
        union all
        select 'heading', submission_id, '0', sheet, cell, decides, 'heading' from heading_cell()
      )
      select
        sha256, form_id, submission_id, any_value(table_name), min(line), found.sheet, address, string_agg(distinct name, '+' order by name), min(kind)
      from found
      join submission using (submission_id)
      group by sha256, form_id, submission_id, found.sheet, address
      order by all
      """;

  private ReadCells() {}

  /** Of the files that the predicate of formats lets be written. */
  static List<ReadCell> of(Path home, Map<String, Contents> contents) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String file : contents.keySet()) {
      files.putIfAbsent(Sha.of(Examples.folder().resolve("inbox").resolve(file)), file);
    }
    List<ReadCell> cells = new ArrayList<>();
    Map<String, Set<String>> read = new TreeMap<>();
    Map<String, String> forms = new LinkedHashMap<>();
    for (String line : Published.query(home, READ)) {
      String[] part = line.split(",", -1);
      String file = files.get(part[0]);
      if (file == null) {
        continue;
      }
      String place = part[5] + "!" + part[6];
      forms.put(file, part[1] + "," + part[2]);
      read.computeIfAbsent(file, any -> new HashSet<>()).add(place);
      cells.add(
          new ReadCell(
              file,
              part[1],
              part[2],
              part[3],
              part[4],
              part[5],
              part[6],
              part[7],
              part[8],
              contents.get(file).texts().getOrDefault(place, "")));
    }
    forms.forEach((file, form) -> unread(file, form, contents.get(file), read, cells));
    return cells;
  }

  private static void unread(
      String file,
      String form,
      Contents held,
      Map<String, Set<String>> read,
      List<ReadCell> cells) {
    held.texts()
        .forEach(
            (place, text) -> {
              if (!text.isBlank() && !read.getOrDefault(file, Set.of()).contains(place)) {
                int cut = place.lastIndexOf('!');
                cells.add(
                    new ReadCell(
                        file,
                        form.split(",", -1)[0],
                        form.split(",", -1)[1],
                        "unread",
                        place,
                        place.substring(0, cut),
                        place.substring(cut + 1),
                        "unread",
                        "word",
                        text));
              }
            });
  }

  static Map<String, Contents> contents(List<String> files) throws IOException {
    Map<String, Contents> contents = new TreeMap<>();
    for (String file : files) {
      Contents held =
          Contents.of(Examples.folder().resolve("inbox").resolve(file), Limits.standard());
      if (CellWriter.canWrite(held.format())) {
        contents.put(file, held);
      }
    }
    return contents;
  }
}
