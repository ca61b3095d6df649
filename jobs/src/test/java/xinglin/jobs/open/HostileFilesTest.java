package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attacker or a bad disk makes of a file ends as a value, whatever it is. */
class HostileFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
  void documentTypesAreFoundInEveryEncoding(String charset) throws IOException {
    String xml =
        "<?xml version='1.0'?><!-- a --><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><worksheet/>";
    Path file = workbook(xml.getBytes(Charset.forName(charset)), false);
    Refused refused = assertInstanceOf(Refused.class, FileOpener.open(file, Limits.standard()));
    assertEquals("XML_DOCTYPE", refused.issues().get(0).code());
  }

  @Test
  void partsThatNoParserShouldGuessAreRefused() throws IOException {
    byte[] ebcdic =
        "<?xml version='1.0' encoding='Cp037'?><worksheet/>".getBytes(Charset.forName("Cp037"));
    Refused refused =
        assertInstanceOf(
            Refused.class, FileOpener.open(workbook(ebcdic, false), Limits.standard()));
    assertEquals("BROKEN_CONTAINER", refused.issues().get(0).code());
  }

  @Test
  void aFlippedByteIsNoFigure() throws IOException {
    String xml =
        "<worksheet><sheetData><row r='1'><c r='A1'><v>1000</v></c></row></sheetData></worksheet>";
    Path file = workbook(xml.getBytes(StandardCharsets.UTF_8), true);
    assertEquals("1000", Samples.open(file).grids().get(0).text(0, 0));
    byte[] bytes = Files.readAllBytes(file);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("1000");
    bytes[at] = '9';
    Files.write(file, bytes);
    Refused refused = assertInstanceOf(Refused.class, FileOpener.open(file, Limits.standard()));
    assertEquals("BROKEN_CONTAINER", refused.issues().get(0).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forms/a-gulou-clean.xlsx",
        "forms/b-yunlong-clean.xls",
        "forms/t2-zhongning.docx",
        "doc/c-jiawang-clean.doc",
        "odd/word-controls.doc",
        "forms/i-xinyi-clean.ods",
        "pdf/summary.pdf",
        "forms/lead-register.csv",
        "bad/password.xlsx"
      })
  void damageNeverThrows(String sample) throws IOException {
    byte[] whole = Files.readAllBytes(Samples.file(sample));
    Random random = new Random(7);
    Path file = folder.resolve(Samples.file(sample).getFileName());
    for (int round = 0; round < 30; round++) {
      byte[] bytes = whole.clone();
      for (int flips = random.nextInt(20); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(
          file,
          round % 4 == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
      if (FileOpener.open(file, Limits.standard()) instanceof Refused refused) {
        assertFalse(refused.issues().get(0).code().isEmpty());
      }
    }
  }

  /** A workbook with one sheet of these bytes, packed or stored as they are. */
  private Path workbook(byte[] sheet, boolean stored) throws IOException {
    Path file = folder.resolve("made.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      text(
          zip,
          "[Content_Types].xml",
          "<Types><Override PartName='/xl/workbook.xml' "
              + "ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>");
      text(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='a'/></sheets></workbook>");
      text(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='a' Type='x/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
      ZipEntry entry = new ZipEntry("xl/worksheets/sheet1.xml");
      if (stored) {
        CRC32 checksum = new CRC32();
        checksum.update(sheet);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(sheet.length);
        entry.setCrc(checksum.getValue());
      }
      zip.putNextEntry(entry);
      zip.write(sheet);
    }
    return file;
  }

  private static void text(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
