package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.check.CheckCatalogue;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.sheet.Document;

/**
 * Files that nobody can or should read: each gets its verdict and a sentence that its sender
 * understands.
 */
class BadFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bad/empty.xlsx | UNRECOGNISED | EMPTY_FILE | 文件是空的，没有任何内容。",
        "bad/truncated.xlsx | UNRECOGNISED | BROKEN_CONTAINER | 文件损坏或不完整，无法打开（看上去是 xlsx/docx 文件）。",
        "bad/password.xlsx | UNRECOGNISED | ENCRYPTED | 文件设有打开密码，无法读取。",
        "bad/html-table.xls | UNRECOGNISED | TYPE_MISMATCH | 文件名以 .xls 结尾，内容却是网页（HTML），不能当作表格读取。",
        "bad/picture.xlsx | UNRECOGNISED | TYPE_MISMATCH | 文件名以 .xlsx 结尾，内容却是图片，不能当作表格读取。",
        "bad/bomb.xlsx | UNSAFE | ZIP_BOMB | 文件解压后超过 32 MB，为安全起见没有打开。",
        "bad/xxe.xlsx | UNSAFE | XML_DOCTYPE | 文件内部含有不允许的外部引用（DOCTYPE），为安全起见没有读取。",
        "bad/binary.xlsb | UNRECOGNISED | UNSUPPORTED_FORMAT | 文件是Excel 二进制工作簿（.xlsb），这种格式不能读取。",
        "bad/traversal.zip | UNSAFE | PATH_TRAVERSAL | 压缩包内的文件名“../../outside.xlsx”指向包外，为安全起见整个压缩包没有打开。"
      })
  void isRefusedWithAReason(String file, Verdict verdict, String code, String message) {
    Opened opened =
        assertTimeout(
            Duration.ofSeconds(5), () -> FileOpener.open(Samples.file(file), Limits.standard()));

    Refused refused = (Refused) opened;
    assertEquals(verdict, refused.verdict());
    assertEquals(code, refused.issues().get(0).code());
    assertEquals(message, message(refused));
  }

  @Test
  void macrosAreNotedAndNeverRun() throws IOException {
    Document document = Samples.open(Samples.file("bad/macro.xlsm"));
    assertEquals(Set.of(Document.Trait.MACROS), document.traits());
    assertEquals("2024年打击无证行医及非法医疗美容专项行动情况汇总表", document.grids().get(0).text(1, 0));
  }

  @Test
  void formulasInTextFilesAreText() throws IOException {
    Document document = Samples.open(Samples.file("bad/formula-injection.csv"));
    assertEquals("=cmd|' /C calc'!A0", document.grids().get(0).text(1, 5));
    assertEquals(
        "=HYPERLINK(\"http://canary.example.com/\",\"点我\")", document.grids().get(0).text(4, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.pdf | %PDF-1.7 x | BROKEN_CONTAINER | 文件损坏或不完整，无法打开（看上去是 pdf 文件）。",
        "a.xls | %PDF-1.7 x | TYPE_MISMATCH | 文件名以 .xls 结尾，内容却是PDF 文件，不能当作表格读取。",
        "a.rtf | {\\rtf1 x} | UNSUPPORTED_FORMAT | 文件是RTF 文档，这种格式不能读取。",
        "a.xls | <?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/> | TYPE_MISMATCH "
            + "| 文件名以 .xls 结尾，内容却是Excel 2003 XML 表格，不能当作表格读取。",
        "a.txt | 今年没有发现无证行医。 | UNSUPPORTED_FORMAT | 文件是不含表格的纯文本，这种格式不能读取。"
      })
  void otherKindsAreNamed(String name, String content, String code, String message)
      throws IOException {
    Refused refused =
        (Refused)
            FileOpener.open(
                write(name, content.getBytes(StandardCharsets.UTF_8)), Limits.standard());
    assertEquals(code, refused.issues().get(0).code());
    assertEquals(message, message(refused));
  }

  @Test
  void textInNoKnownEncodingIsRefused() throws IOException {
    byte[] bytes = "编号,名称\n1,甲\n".getBytes(Charset.forName("GB18030"));
    bytes[bytes.length - 2] = (byte) 0xff;
    Refused refused = (Refused) FileOpener.open(write("a.csv", bytes), Limits.standard());
    assertEquals("UNDECODABLE_TEXT", refused.issues().get(0).code());
    assertEquals("文件的文字编码无法识别，不是 UTF-8，也不是 GB18030。", message(refused));
  }

  @Test
  void everyLimitIsAVerdict() throws IOException {
    Limits narrow =
        new Limits(1 << 20, 1 << 20, 1 << 20, 100, 200, 1 << 20, 5, 1_000, 20, 100_000, 10, 30);
    Refused cells = (Refused) FileOpener.open(Samples.file("forms/a-gulou-clean.xlsx"), narrow);
    assertEquals(Verdict.UNSAFE, cells.verdict());
    assertEquals("单元格数超过上限 20 个，没有读取。", message(cells));

    Limits tiny =
        new Limits(100, 1 << 20, 1 << 20, 100, 200, 1 << 20, 5, 1_000, 20, 100_000, 10, 30);
    Refused bytes = (Refused) FileOpener.open(Samples.file("forms/a-gulou-clean.xlsx"), tiny);
    assertEquals("OVER_LIMIT", bytes.issues().get(0).code());
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static String message(Refused refused) {
    Problems problems = new Problems();
    CheckCatalogue checks = CheckCatalogue.load(DefinitionFiles.load(Optional.empty()), problems);
    problems.check();
    String text = checks.finding(refused.issues().get(0)).message();
    return text.substring(0, text.indexOf('。') + 1);
  }
}
