package xinglin.jobs.mark.xlsx;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import xinglin.jobs.mark.part.Change;
import xinglin.jobs.mark.part.Markup;
import xinglin.jobs.mark.part.XmlText;

/**
 * Copies the table of contents: our sheet comes first and is shown, that of an earlier answer goes;
 * names that belong to a sheet keep theirs.
 *
 * @param contents as they are
 * @param name of our sheet
 * @param relation of our sheet
 * @param relationships namespace of relationship identities
 * @param area to be printed of our sheet
 */
record WorkbookCopy(
    Contents contents, String name, String relation, String relationships, String area)
    implements Change {
  private static final Set<String> AFTER_NAMES =
      Set.of(
          "calcPr",
          "oleSize",
          "customWorkbookViews",
          "pivotCaches",
          "smartTagPr",
          "smartTagTypes",
          "webPublishing",
          "fileRecoveryPr",
          "webPublishObjects",
          "extLst");

  @Override
  public void copy(Markup in, Writer out) throws IOException {
    int depth = 0;
    int sheet = 0;
    boolean skipping = false;
    boolean named = false;
    while (in.next()) {
      boolean tag = in.kind() != Markup.Kind.OTHER && in.kind() != Markup.Kind.END;
      if (in.kind() == Markup.Kind.END) {
        depth--;
      }
      boolean end = depth == 0 && in.kind() == Markup.Kind.END;
      if (!named && (end || (depth == 1 && tag && AFTER_NAMES.contains(in.tag().local())))) {
        named = true;
        out.write(
            "<"
                + contents.prefix()
                + "definedNames>"
                + printArea()
                + "</"
                + contents.prefix()
                + "definedNames>");
      }
      if (in.starts("workbookView")) {
        out.write(in.tag().with("activeTab", "0").with("firstSheet", "0").raw());
      } else if (in.starts("sheets")) {
        out.write(in.raw() + ownSheet());
      } else if (depth == 2 && in.starts("sheet")) {
        if (!contents.sheets().get(sheet++).ours()) {
          out.write(in.raw());
        } else {
          skipping = in.kind() == Markup.Kind.START;
        }
      } else if (skipping && in.ends("sheet")) {
        skipping = false;
      } else if (in.starts("definedNames")) {
        named = true;
        out.write(in.tag().opened().raw() + printArea() + (in.isEmpty() ? in.tag().end() : ""));
      } else if (in.starts("definedName") && in.tag().find("localSheetId").isPresent()) {
        int moved = moved(in.tag().number("localSheetId", 0));
        skipping = moved < 0 && !in.isEmpty();
        if (moved >= 0) {
          out.write(in.tag().with("localSheetId", String.valueOf(moved)).raw());
        }
      } else if (skipping && in.ends("definedName")) {
        skipping = false;
      } else if (!skipping) {
        out.write(in.raw());
      }
      if (in.kind() == Markup.Kind.START) {
        depth++;
      }
    }
  }

  private String ownSheet() {
    return "<"
        + contents.prefix()
        + "sheet xmlns:r=\""
        + relationships
        + "\" name=\""
        + XmlText.escaped(name)
        + "\" sheetId=\""
        + (contents.sheets().stream().mapToInt(Contents.Sheet::id).max().orElse(0) + 1)
        + "\" r:id=\""
        + relation
        + "\"/>";
  }

  private String printArea() {
    return "<"
        + contents.prefix()
        + "definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'"
        + XmlText.escaped(name)
        + "'!"
        + area
        + "</"
        + contents.prefix()
        + "definedName>";
  }

  /** New index of a sheet, -1 for one that goes. */
  private int moved(int old) {
    List<Contents.Sheet> before =
        new ArrayList<>(contents.sheets().subList(0, Math.min(old, contents.sheets().size())));
    if (old < contents.sheets().size() && contents.sheets().get(old).ours()) {
      return -1;
    }
    return 1 + (int) before.stream().filter(sheet -> !sheet.ours()).count();
  }
}
