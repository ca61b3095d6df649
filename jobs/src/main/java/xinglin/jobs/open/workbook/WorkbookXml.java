package xinglin.jobs.open.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.guard.ZipParts;
import xinglin.jobs.open.xml.Relationships;
import xinglin.jobs.open.xml.Xml;

/**
 * The table of contents of an .xlsx.
 *
 * @param from1904 whether days count from 1904, as old Macs did
 * @param names defined names, which formulas may use
 */
public record WorkbookXml(boolean from1904, List<Entry> sheets, List<Name> names) {

  /**
   * @param part where the sheet lies in the container
   */
  public record Entry(String name, boolean hidden, String part) {}

  /**
   * @param sheet index of the sheet it is valid in, -1 for all
   */
  public record Name(String name, int sheet, String expression) {}

  static WorkbookXml read(ZipParts parts, String part, Relationships relationships)
      throws IOException, XMLStreamException, RefusalException {
    boolean from1904 = false;
    List<Entry> sheets = new ArrayList<>();
    List<Name> names = new ArrayList<>();
    try (InputStream in = parts.get(part);
        Xml xml = Xml.of(in)) {
      while (xml.next()) {
        if (xml.starts("workbookPr")) {
          from1904 = xml.flag("date1904");
        } else if (xml.starts("sheet")) {
          Relationships.Target target = relationships.byId().get(xml.text("id"));
          // Sheets that are charts or dialogues hold no cells.
          String sheet = target != null && target.kind().equals("worksheet") ? target.part() : "";
          sheets.add(
              new Entry(
                  xml.text("name"),
                  xml.text("state").toLowerCase(java.util.Locale.ROOT).endsWith("hidden"),
                  sheet));
        } else if (xml.starts("definedName")) {
          names.add(new Name(xml.text("name"), xml.number("localSheetId", -1), xml.content()));
        }
      }
    }
    return new WorkbookXml(from1904, sheets, names);
  }
}
