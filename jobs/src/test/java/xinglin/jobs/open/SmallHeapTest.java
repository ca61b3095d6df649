package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that ask for more than a machine has: each ends in a verdict, in a process of its own with
 * a heap of 512 MB. Alone on a machine none needs two seconds; the bound leaves room for a busy
 * one.
 */
class SmallHeapTest {
  private static final double MOST_SECONDS = 8;

  @TempDir Path folder;

  /** Opens each file named, in one process, and prints name, verdict and seconds. */
  public static final class Child {
    private Child() {}

    public static void main(String[] files) throws IOException {
      FileOpener.open(Path.of(files[0]), Limits.standard());
      for (String name : files) {
        Path file = Path.of(name);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Opened opened = FileOpener.open(file, Limits.standard());
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        String verdict =
            opened instanceof Refused refused
                ? refused.verdict() + " " + refused.issues().get(0).code()
                : "read";
        System.out.printf(
            Locale.ROOT, "%s|%s|%.2f%n", file.getFileName(), verdict, spent / 1_000_000_000.0);
      }
    }
  }

  @Test
  void everythingEndsInAVerdict() throws IOException, InterruptedException {
    Map<String, String> expected = new TreeMap<>();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx512m", "-cp", System.getProperty("java.class.path"), Child.class.getName()));
    for (Map.Entry<String, String> file : files().entrySet()) {
      command.add(folder.resolve(file.getKey()).toString());
      expected.put(file.getKey(), file.getValue());
    }
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, child.waitFor(), printed);
    Map<String, String> got = new TreeMap<>();
    List<String> slow = new ArrayList<>();
    for (String line : printed.lines().filter(text -> text.contains("|")).toList()) {
      String[] parts = line.split("\\|");
      got.put(parts[0], parts[1]);
      if (Double.parseDouble(parts[2]) > MOST_SECONDS) {
        slow.add(line);
      }
    }
    assertEquals(expected, got, printed);
    assertEquals(List.of(), slow);
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    Files.copy(Samples.file("forms/a-gulou-clean.xlsx"), folder.resolve("0-warm.xlsx"));
    files.put("0-warm.xlsx", "read");
    blankRows("million-blank-rows.xlsx");
    files.put("million-blank-rows.xlsx", "read");
    wide("every-column.xlsx");
    files.put("every-column.xlsx", "read");
    strings("strings-of-100-mb.xlsx", 100, true);
    files.put("strings-of-100-mb.xlsx", "read");
    strings("letters-of-95-mb.xlsx", 95, false);
    files.put("letters-of-95-mb.xlsx", "UNSAFE OVER_LIMIT");
    repeated("repeated.ods", 1_048_576, 16_384);
    files.put("repeated.ods", "UNSAFE OVER_LIMIT");
    tables("tables.ods", 100_000);
    files.put("tables.ods", "UNSAFE OVER_LIMIT");
    cells("blank-cells.xls", 0xbe, 2);
    files.put("blank-cells.xls", "read");
    cells("ten-million-numbers.xls", 0xbd, 6);
    files.put("ten-million-numbers.xls", "UNSAFE OVER_LIMIT");
    nested("nested.docx", 3_000);
    files.put("nested.docx", "UNRECOGNISED BROKEN_CONTAINER");
    pdf("bomb.pdf", "/Filter /FlateDecode");
    files.put("bomb.pdf", "UNSAFE ZIP_BOMB");
    endless("endless.pdf");
    files.put("endless.pdf", "UNSAFE OVER_LIMIT");
    return files;
  }

  private void blankRows(String name) throws IOException {
    RawWorkbook.of("")
        .part(
            "xl/worksheets/sheet1.xml",
            out -> {
              text(out, "<worksheet><dimension ref='A1:XFD1048576'/><sheetData>");
              for (int row = 1; row <= 1_048_576; row++) {
                text(
                    out,
                    "<row r='"
                        + row
                        + "' s='3' customFormat='1'><c r='A"
                        + row
                        + "' s='3'/></row>");
              }
              text(out, "</sheetData></worksheet>");
            })
        .write(folder.resolve(name));
  }

  private void wide(String name) throws IOException {
    StringBuilder row = new StringBuilder("<row spans='1:16384'>");
    row.append("<c s='1'/>".repeat(16_383)).append("<c t='inlineStr'><is><t>末</t></is></c></row>");
    RawWorkbook.of("")
        .part(
            "xl/worksheets/sheet1.xml",
            out -> {
              text(
                  out,
                  "<worksheet><cols><col min='1' max='16384' width='9' hidden='1'/></cols><sheetData>");
              for (int i = 0; i < 150; i++) {
                text(out, row.toString());
              }
              text(out, "</sheetData></worksheet>");
            })
        .write(folder.resolve(name));
  }

  /** Text that packs as badly as text of people does, so that it is no bomb. */
  private void strings(String name, int megabytes, boolean chinese) throws IOException {
    Random random = new Random(7);
    List<byte[]> texts = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder("<si><t>");
      for (int at = 0; at < (chinese ? 160 : 480); at++) {
        text.append((char) (chinese ? 0x4e00 + random.nextInt(5_000) : 'a' + random.nextInt(26)));
      }
      texts.add(text.append("</t></si>").toString().getBytes(StandardCharsets.UTF_8));
    }
    long wanted = (long) megabytes << 20;
    RawWorkbook.of("<worksheet><sheetData><row><c t='s'><v>7</v></c></row></sheetData></worksheet>")
        .part(
            "xl/strings.xml",
            out -> {
              text(out, "<sst>");
              long written = 0;
              while (written < wanted) {
                byte[] text = texts.get(random.nextInt(texts.size()));
                out.write(text);
                written += text.length;
              }
              text(out, "</sst>");
            })
        .write(folder.resolve(name));
  }

  private void repeated(String name, int rows, int columns) throws IOException {
    RawWorkbook.ods(
            RawWorkbook.sheets(
                "<t:table t:name='甲'><t:table-row t:number-rows-repeated='"
                    + rows
                    + "'><t:table-cell o:value-type='float' o:value='1' t:number-columns-repeated='"
                    + columns
                    + "'/></t:table-row></t:table>"))
        .write(folder.resolve(name));
  }

  private void tables(String name, int count) throws IOException {
    RawWorkbook.ods(RawWorkbook.sheets("<t:table t:name='甲'/>".repeat(count)))
        .write(folder.resolve(name));
  }

  /** Forty thousand rows of 256 cells, of a few bytes each. */
  private void cells(String name, int kind, int bytes) throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      workbook.createSheet("S");
      var stream = new java.io.ByteArrayOutputStream();
      byte[] whole = workbook.getBytes();
      int end = whole.length - 4;
      stream.write(whole, 0, end);
      for (int row = 0; row < 40_000; row++) {
        byte[] record = new byte[4 + 4 + bytes * 256 + 2];
        record[0] = (byte) kind;
        short length = (short) (record.length - 4);
        record[2] = (byte) length;
        record[3] = (byte) (length >> 8);
        record[4] = (byte) row;
        record[5] = (byte) (row >> 8);
        record[record.length - 2] = (byte) 255;
        stream.write(record);
      }
      stream.write(whole, end, 4);
      try (var poifs = new org.apache.poi.poifs.filesystem.POIFSFileSystem()) {
        poifs.createDocument(new java.io.ByteArrayInputStream(stream.toByteArray()), "Workbook");
        poifs.writeFilesystem(out);
      }
    }
  }

  private void nested(String name, int depth) throws IOException {
    String body =
        "<w:tbl><w:tr><w:tc>".repeat(depth) + "<w:p/>" + "</w:tc></w:tr></w:tbl>".repeat(depth);
    RawWorkbook.empty()
        .part(
            "[Content_Types].xml",
            "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument."
                + "wordprocessingml.document.main+xml'/></Types>")
        .part(
            "word/document.xml",
            "<w:document xmlns:w='w'><w:body>" + body + "</w:body></w:document>")
        .write(folder.resolve(name));
  }

  private void pdf(String name, String filter) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      text(out, "%PDF-1.4\n1 0 obj\n<< /Length 1 " + filter + " >>\nstream\n");
      Deflater best = new Deflater(9);
      DeflaterOutputStream packed = new DeflaterOutputStream(out, best);
      for (int i = 0; i < 300; i++) {
        packed.write(new byte[1 << 20]);
      }
      packed.finish();
      best.end();
      text(out, "\nendstream\nendobj\n%%EOF\n");
    }
  }

  /** One page that names the same stream a hundred thousand times. */
  private void endless(String name) throws IOException {
    StringBuilder body =
        new StringBuilder("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
    body.append(
        "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents [");
    body.append("4 0 R ".repeat(100_000)).append("] >>\nendobj\n");
    String content = "q 1 0 0 1 0 0 cm Q ".repeat(500);
    body.append("4 0 obj\n<< /Length ")
        .append(content.length())
        .append(" >>\nstream\n")
        .append(content);
    body.append("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n");
    Files.writeString(folder.resolve(name), body.toString(), StandardCharsets.US_ASCII);
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
