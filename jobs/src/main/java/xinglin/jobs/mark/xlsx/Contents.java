package xinglin.jobs.mark.xlsx;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xinglin.jobs.mark.part.Markup;
import xinglin.jobs.mark.part.OfficePackage;
import xinglin.jobs.mark.part.Relations;
import xinglin.jobs.mark.part.Tag;
import xinglin.jobs.open.own.OwnAnswer;

/**
 * The sheets of a workbook.
 *
 * @param prefix of element names, with its colon
 * @param namespace of elements
 */
record Contents(String prefix, String namespace, List<Sheet> sheets) {

  /**
   * @param ours whether it is the first sheet of an earlier answer
   */
  record Sheet(String name, int id, String relation, String part, boolean ours) {}

  /**
   * @param read names of the sheets that were read as the sender's
   */
  static Contents read(OfficePackage file, String workbook, Set<String> read) throws IOException {
    Relations relations = file.relations(workbook);
    List<Sheet> sheets = new ArrayList<>();
    Tag root = new Tag("<workbook>");
    try (Reader in = file.reader(workbook)) {
      Markup markup = new Markup(in);
      while (markup.next()) {
        if (markup.starts("workbook")) {
          root = markup.tag();
        } else if (markup.starts("sheet")) {
          String name = markup.tag().text("name");
          String id = markup.tag().text("id");
          Optional<Relations.Relation> relation = relations.find(id);
          boolean ours =
              !read.contains(name)
                  && relation.map(known -> known.kind().equals("worksheet")).orElse(false)
                  && OwnAnswer.SHEETS.stream().anyMatch(name::startsWith);
          sheets.add(
              new Sheet(
                  name,
                  markup.tag().number("sheetId", 1),
                  id,
                  relation.map(Relations.Relation::part).orElse(""),
                  ours));
        }
      }
    }
    String declared =
        root.prefix().isEmpty()
            ? ""
            : root.raw()
                .replaceAll(
                    "(?s).*xmlns:"
                        + root.prefix().replace(":", "")
                        + "\\s*=\\s*[\"']([^\"']*)[\"'].*",
                    "$1");
    return new Contents(
        root.prefix(), declared.isEmpty() ? root.text("xmlns") : declared, List.copyOf(sheets));
  }

  /** The sender's sheets in their order. */
  List<Sheet> senders() {
    return sheets.stream().filter(sheet -> !sheet.ours()).toList();
  }

  /** A name for our sheet that no other has; Excel tells no capitals apart. */
  String freeName(String wanted) {
    String name = wanted;
    for (int i = 2; isTaken(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  private boolean isTaken(String name) {
    return senders().stream().anyMatch(sheet -> sheet.name().equalsIgnoreCase(name));
  }
}
