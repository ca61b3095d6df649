package xinglin.jobs.template;

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

  FilledFiles(BlankForm form, byte[] template) throws IOException {
    this.form = form;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(template))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
  }

  byte[] workbook(List<Place> places, Map<Place, Filled> filled) throws IOException {
    Map<String, byte[]> changed = new HashMap<>();
    for (int sheet = 0; sheet < form.sheets().size(); sheet++) {
      String part = "xl/worksheets/sheet" + (sheet + 1) + ".xml";
      Map<String, String> cells = cells(sheet, places, filled);
      String xml = new String(parts.get(part), StandardCharsets.UTF_8);
      StringBuilder out = new StringBuilder(xml.length() + 4096);
      Matcher cell = CELL.matcher(xml);
      int at = 0;
      while (cell.find()) {
        String content = cells.get(cell.group(1));
        if (content != null) {
          out.append(xml, at, cell.start());
          String style = cell.group(2).replaceAll("\\st=\"[a-zA-Z]+\"", "");
          String formula =
              cell.group(3) == null ? "" : cell.group(3).replaceAll("<v>.*?</v>|<v/>", "");
          boolean computed = formula.contains("<f>");
          out.append("<c r=\"").append(cell.group(1)).append('"').append(style);
          out.append(
              computed ? content.replaceFirst(">", ">" + formula.replace("$", "\\$")) : content);
          out.append("</c>");
          at = cell.end();
        }
      }
      changed.put(part, out.append(xml.substring(at)).toString().getBytes(StandardCharsets.UTF_8));
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
    String xml = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(xml.length() + 4096);
    Matcher control = CONTROL.matcher(xml);
    int at = 0;
    for (Place place : places) {
      if (!control.find()) {
        throw new AssertionError("fewer content controls than places: " + place);
      }
      Filled value = filled.get(place);
      if (!value.isNothing()) {
        Matcher properties = PROPERTIES.matcher(control.group(2));
        String run = properties.find() ? properties.group().replaceAll("</?w:rPr>", "") : "";
        out.append(xml, at, control.end(1)).append(WordText.run(value.text(), run));
        at = control.start(3);
      }
    }
    if (control.find()) {
      throw new AssertionError("more content controls than places");
    }
    out.append(xml.substring(at));
    return zip(Map.of("word/document.xml", out.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] zip(Map<String, byte[]> changed) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(changed.getOrDefault(part.getKey(), part.getValue()));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
