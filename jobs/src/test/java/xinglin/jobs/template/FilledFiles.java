package xinglin.jobs.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.blank.BlankSheet;
import xinglin.schemas.blank.Line;

/** Fills in the files of a template by rewriting the one part that holds the values. */
final class FilledFiles {
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
  private static final Pattern CELL =
      Pattern.compile("<c r=\"([A-Z]+\\d+)\"([^>]*?)(?:/>|>(.*?)</c>)", Pattern.DOTALL);
  private static final Pattern CONTROL =
      Pattern.compile(
          "(<w:sdtContent>|<w:bookmarkStart[^>]*/>)(.*?)(</w:sdtContent>|<w:bookmarkEnd[^>]*/>)",
          Pattern.DOTALL);
  private static final Pattern PROPERTIES = Pattern.compile("<w:rPr>.*?</w:rPr>", Pattern.DOTALL);
  private final BlankForm form;
  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final Map<String, List<Gap>> gaps = new HashMap<>();

  /**
   * Where a value goes in a part.
   *
   * @param before bytes between the gap before it and this one
   * @param empty bytes that stand there if nothing is filled in
   * @param address of a cell, with what stands before and in it
   */
  private record Gap(byte[] before, byte[] empty, String address, String head, String inside) {}

  FilledFiles(BlankForm form, byte[] template) throws IOException {
    this.form = form;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(template))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    parts.forEach(
        (name, bytes) -> {
          if (name.matches("xl/worksheets/sheet\\d+\\.xml")) {
            gaps.put(name, cellGaps(text(bytes)));
          } else if (name.equals("word/document.xml")) {
            gaps.put(name, controlGaps(text(bytes)));
          }
        });
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Every cell; behind the last one a gap without address. */
  private static List<Gap> cellGaps(String xml) {
    List<Gap> found = new ArrayList<>();
    Matcher cell = CELL.matcher(xml);
    int at = 0;
    while (cell.find()) {
      String style = cell.group(2).replaceAll("\\st=\"[a-zA-Z]+\"", "");
      String formula = cell.group(3) == null ? "" : cell.group(3).replaceAll("<v>.*?</v>|<v/>", "");
      found.add(
          new Gap(
              bytes(xml.substring(at, cell.start())),
              bytes(cell.group()),
              cell.group(1),
              "<c r=\"" + cell.group(1) + '"' + style,
              formula.contains("<f>") ? formula : ""));
      at = cell.end();
    }
    found.add(new Gap(bytes(xml.substring(at)), new byte[0], "", "", ""));
    return found;
  }

  /** Every content control; behind the last one a gap without address. */
  private static List<Gap> controlGaps(String xml) {
    List<Gap> found = new ArrayList<>();
    Matcher control = CONTROL.matcher(xml);
    int at = 0;
    while (control.find()) {
      Matcher properties = PROPERTIES.matcher(control.group(2));
      String run = properties.find() ? properties.group().replaceAll("</?w:rPr>", "") : "";
      found.add(
          new Gap(
              bytes(xml.substring(at, control.end(1))),
              bytes(control.group(2)),
              "control",
              "",
              run));
      at = control.start(3);
    }
    found.add(new Gap(bytes(xml.substring(at)), new byte[0], "", "", ""));
    return found;
  }

  byte[] workbook(List<Place> places, Map<Place, Filled> filled) throws IOException {
    Map<String, byte[]> changed = new HashMap<>();
    for (int sheet = 0; sheet < form.sheets().size(); sheet++) {
      String part = "xl/worksheets/sheet" + (sheet + 1) + ".xml";
      Map<String, String> cells = cells(sheet, places, filled);
      ByteArrayOutputStream out = new ByteArrayOutputStream(parts.get(part).length + 4096);
      for (Gap gap : gaps.get(part)) {
        out.writeBytes(gap.before());
        String content = cells.get(gap.address());
        if (content == null) {
          out.writeBytes(gap.empty());
        } else {
          int head = content.indexOf('>') + 1;
          out.writeBytes(
              bytes(
                  gap.head()
                      + content.substring(0, head)
                      + gap.inside()
                      + content.substring(head)
                      + "</c>"));
        }
      }
      changed.put(part, out.toByteArray());
    }
    return zip(changed);
  }

  /** What stands between the style of a cell and its end, by address. */
  private Map<String, String> cells(int sheet, List<Place> places, Map<Place, Filled> filled) {
    BlankSheet page = form.sheets().get(sheet);
    Map<String, String> cells = new HashMap<>();
    List<Line> lines = new ArrayList<>(page.above());
    lines.addAll(page.below());
    for (Place place : places) {
      if (place.sheet() == sheet && place.isCell()) {
        Filled value = filled.get(place);
        cells.put(place.address(form, true), xml(value, place.cell().isSum()));
      }
    }
    for (int index = 0; index < lines.size(); index++) {
      Line line = lines.get(index);
      int row = index < page.above().size() ? index : page.table().rows() + index;
      List<Filled> values = new ArrayList<>();
      for (Place place : places) {
        if (place.sheet() == sheet && place.line() == index) {
          values.add(filled.get(place));
        }
      }
      if (!line.hasBlanks()) {
        continue;
      }
      if (!LineCells.fits(line, page.table().widths())) {
        int[] next = {0};
        String text =
            line.text(
                slot -> {
                  String value = values.get(next[0]++).text();
                  return value.isEmpty() ? "            " : " " + value + " ";
                });
        cells.put("A" + (row + 1), xml(Filled.text(text), false));
        continue;
      }
      int next = 0;
      for (LineCells.Span span : LineCells.spread(line, page.table().widths())) {
        if (span.piece() instanceof Line.Blank) {
          String address = new xinglin.schemas.sheet.CellAddress(row, span.from()).a1();
          cells.put(address, xml(values.get(next++), false));
        }
      }
    }
    return cells;
  }

  private static String xml(Filled value, boolean sum) {
    if (value.isNothing()) {
      return sum ? " t=\"str\"><v></v>" : ">";
    }
    if (value.number().isPresent()) {
      return "><v>" + excel(value.number().get()) + "</v>";
    }
    if (value.date().isPresent()) {
      return "><v>" + ChronoUnit.DAYS.between(SERIAL_ZERO, value.date().get()) + "</v>";
    }
    return " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        + WordText.escape(value.text())
        + "</t></is>";
  }

  /** As a spreadsheet keeps it: a binary number. */
  private static String excel(BigDecimal number) {
    return Double.toString(number.doubleValue());
  }

  byte[] word(List<Place> places, Map<Place, Filled> filled) throws IOException {
    List<Gap> controls = gaps.get("word/document.xml");
    assertEquals(places.size(), controls.size() - 1, "content controls and places");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < places.size(); at++) {
      Gap gap = controls.get(at);
      Filled value = filled.get(places.get(at));
      out.writeBytes(gap.before());
      out.writeBytes(
          value.isNothing() ? gap.empty() : bytes(WordText.run(value.text(), gap.inside())));
    }
    out.writeBytes(controls.get(places.size()).before());
    return zip(Map.of("word/document.xml", out.toByteArray()));
  }

  private byte[] zip(Map<String, byte[]> changed) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(changed.getOrDefault(part.getKey(), part.getValue()));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
