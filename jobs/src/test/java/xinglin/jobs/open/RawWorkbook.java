package xinglin.jobs.open;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, as no program would, or as one does that is not at hand. */
final class RawWorkbook {
  private static final String MAIN =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  private final Map<String, Part> parts = new LinkedHashMap<>();

  /** Writes the content of a part, however long. */
  interface Part {
    void write(OutputStream out) throws IOException;
  }

  private RawWorkbook() {}

  /** One worksheet, whose XML is this. */
  static RawWorkbook of(String sheet) {
    return empty()
        .part(
            "xl/workbook.xml",
            "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='a'/></sheets></workbook>")
        .part(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='a' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
                + "<Relationship Id='s' Type='x/styles' Target='styles.xml'/>"
                + "<Relationship Id='t' Type='x/sharedStrings' Target='strings.xml'/></Relationships>")
        .part("xl/worksheets/sheet1.xml", sheet);
  }

  static RawWorkbook empty() {
    return new RawWorkbook()
        .part(
            "[Content_Types].xml",
            "<Types><Override PartName='/xl/workbook.xml' ContentType='" + MAIN + "'/></Types>");
  }

  /** An .ods with this content. */
  static RawWorkbook ods(String content) {
    return new RawWorkbook()
        .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        .part("content.xml", content)
        .part("META-INF/manifest.xml", "<manifest/>");
  }

  /** Sheets of an .ods between the elements that stand around them. */
  static String sheets(String tables) {
    return "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:t='t' xmlns:x='x' xmlns:s='s'"
        + " xmlns:n='n' xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>"
        + "<o:body><o:spreadsheet>"
        + tables
        + "</o:spreadsheet></o:body></o:document-content>";
  }

  RawWorkbook part(String name, String text) {
    return part(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  RawWorkbook part(String name, Part part) {
    parts.put(name, part);
    return this;
  }

  Path write(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, Part> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        BufferedOutputStream buffer = new BufferedOutputStream(zip, 1 << 16);
        part.getValue().write(buffer);
        buffer.flush();
        zip.closeEntry();
      }
    }
    return file;
  }
}
