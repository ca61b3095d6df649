package xinglin.jobs.mark.transcript;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import xinglin.jobs.mark.page.Mark;
import xinglin.jobs.mark.page.Spot;
import xinglin.jobs.mark.page.Words;
import xinglin.jobs.mark.part.XmlText;
import xinglin.schemas.sheet.Block;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.sheet.Paragraph;

/**
 * Writes an .xlsx of what was read: each table a sheet laid out like the original, paragraphs in a
 * sheet of their own, and beside each row what was found in it. All of it is text.
 */
public final class Transcript {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Words words;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Map<Integer, String>> beside;

  private Transcript(Document document, List<Mark> marks, Words words) {
    this.words = words;
    for (Block block : document.blocks()) {
      names.computeIfAbsent(block.sheet(), this::freeName);
    }
    this.beside =
        marks.stream()
            .collect(
                Collectors.groupingBy(
                    mark -> mark.spot().sheet(),
                    Collectors.toMap(
                        mark -> mark.spot().row(),
                        Transcript::note,
                        (a, b) -> a + "\n" + b,
                        TreeMap::new)));
  }

  /**
   * Writes the workbook.
   *
   * @return the name of its sheet for each sheet of the document
   */
  public static Map<String, String> write(
      Document document, List<Mark> marks, Words words, Path target) throws IOException {
    Transcript transcript = new Transcript(document, marks, words);
    transcript.write(document, target);
    return transcript.names;
  }

  /** The same mark in the workbook. */
  public static Mark moved(Mark mark, Map<String, String> names) {
    return new Mark(moved(mark.spot(), names), mark.severity(), mark.text());
  }

  public static Spot moved(Spot spot, Map<String, String> names) {
    return new Spot(
        names.getOrDefault(spot.sheet(), spot.sheet()),
        spot.row(),
        spot.column(),
        spot.rows(),
        spot.columns());
  }

  private static String note(Mark mark) {
    return mark.spot().sheet().equals(Paragraph.SHEET)
        ? mark.text()
        : mark.spot().address().a1() + " " + mark.text();
  }

  private String freeName(String sheet) {
    String wanted =
        sheet.isBlank()
            ? words.say("transcript.sheet")
            : sheet.replaceAll("[\\\\/*?:\\[\\]\\p{Cntrl}]", "_").replaceAll("^'|'$", "_");
    String base = wanted.length() > 28 ? wanted.substring(0, 28) : wanted;
    String name = base;
    for (int i = 2; isTaken(name); i++) {
      name = base + i;
    }
    return name;
  }

  private boolean isTaken(String name) {
    return names.values().stream()
        .anyMatch(other -> other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
  }

  private void write(Document document, Path target) throws IOException {
    List<String> sheets = new ArrayList<>(names.keySet());
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
      part(zip, out, "[Content_Types].xml", types(sheets.size()));
      part(
          zip,
          out,
          "_rels/.rels",
          relations(relation("rId1", OFFICE + "/officeDocument", "xl/workbook.xml")));
      part(zip, out, "xl/workbook.xml", workbook(sheets));
      StringBuilder relations = new StringBuilder();
      for (int i = 1; i <= sheets.size(); i++) {
        relations.append(
            relation("rId" + i, OFFICE + "/worksheet", "worksheets/sheet" + i + ".xml"));
      }
      relations.append(relation("rId" + (sheets.size() + 1), OFFICE + "/styles", "styles.xml"));
      part(zip, out, "xl/_rels/workbook.xml.rels", relations(relations.toString()));
      part(zip, out, "xl/styles.xml", TranscriptSheet.STYLES);
      for (int i = 0; i < sheets.size(); i++) {
        zip.putNextEntry(entry("xl/worksheets/sheet" + (i + 1) + ".xml"));
        sheet(document, sheets.get(i), out);
        out.flush();
        zip.closeEntry();
      }
    }
  }

  private void sheet(Document document, String name, Writer out) throws IOException {
    TranscriptSheet sheet =
        new TranscriptSheet(out, beside.getOrDefault(name, Map.of()), words.say("side.head"), MAIN);
    for (Block block : document.blocks()) {
      if (block instanceof Grid grid && grid.sheet().equals(name)) {
        sheet.write(grid);
        return;
      }
    }
    sheet.write(document.paragraphs());
  }

  private String workbook(List<String> sheets) {
    StringBuilder xml =
        new StringBuilder(
            "<workbook xmlns=\""
                + MAIN
                + "\" xmlns:r=\""
                + OFFICE
                + "\"><bookViews><workbookView/></bookViews><sheets>");
    for (int i = 0; i < sheets.size(); i++) {
      xml.append(
          "<sheet name=\""
              + XmlText.escaped(names.getOrDefault(sheets.get(i), ""))
              + "\" sheetId=\""
              + (i + 1)
              + "\" r:id=\"rId"
              + (i + 1)
              + "\"/>");
    }
    return xml + "</sheets></workbook>";
  }

  private static String types(int sheets) {
    StringBuilder xml =
        new StringBuilder(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    xml.append(override("xl/workbook.xml", "sheet.main+xml"));
    xml.append(override("xl/styles.xml", "styles+xml"));
    for (int i = 1; i <= sheets; i++) {
      xml.append(override("xl/worksheets/sheet" + i + ".xml", "worksheet+xml"));
    }
    return xml + "</Types>";
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
  }

  private static String relations(String content) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + content
        + "</Relationships>";
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
  }

  private static void part(ZipOutputStream zip, Writer out, String name, String xml)
      throws IOException {
    zip.putNextEntry(entry(name));
    out.write(xml);
    out.flush();
    zip.closeEntry();
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    return entry;
  }
}
