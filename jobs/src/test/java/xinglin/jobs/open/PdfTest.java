package xinglin.jobs.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.engine.FormEngine;
import xinglin.schemas.engine.ReadingContext;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.value.Value;

/** PDF files of LibreOffice and made by hand: kept as documents, never read as forms. */
class PdfTest {
  private static final FormEngine ENGINE = new FormEngine(Definitions.load(Optional.empty()));

  @TempDir Path folder;

  @Test
  void paragraphsArePutTogetherFromLines() throws IOException {
    Document document = Samples.open(Samples.file("pdf/summary.pdf"));
    assertEquals(Document.Format.PDF, document.format());
    assertEquals(Optional.of(2), document.pages());
    assertEquals(
        "专项行动期间，全区共出动工作人员 320 人次，监督检查无证行医点 41 户次，取缔无证行医点 23 处，立案 13 件，罚款人民币 81.15 万元，没收违法所得 2.48888 万元。",
        document.paragraphs().get(1).text());
  }

  @Test
  void aSummaryIsKeptWithItsFigures() throws IOException {
    FormReading reading = read("pdf/summary.pdf");
    assertEquals("summary|鼓楼区打击无证行医及非法医疗美容专项行动工作总结|2|6", line(reading));
    assertEquals(
        "staff_deployed=320 inspections=41 shutdowns=23 cases_filed=13 fine_amount=811500 confiscated_amount=24888.8",
        String.join(
            " ",
            reading.figures().stream()
                .map(
                    figure ->
                        figure.measureId()
                            + "="
                            + figure
                                .value()
                                .number()
                                .orElseThrow()
                                .stripTrailingZeros()
                                .toPlainString())
                .toList()));
  }

  @Test
  void aFileThatNamesNoKindIsKeptAsOther() throws IOException {
    assertEquals("other|关于报送材料的说明|1|0", line(read("pdf/without-kind.pdf")));
  }

  @Test
  void aScanIsKeptAndItsSenderAskedForTheFigures() throws IOException {
    FormReading reading = read("pdf/scan.pdf");
    assertEquals("other||1|0", line(reading));
    assertEquals(
        List.of(
            "文件是扫描件或图片做成的 PDF（共 1 页），里面没有文字，只作为材料留存，没有读取任何数据。"
                + "如其中有要统计的数据，请另报可编辑的 Word（.docx、.doc）或 Excel（.xlsx、.xls）文件。"),
        messages(reading, "PDF_WITHOUT_TEXT"));
  }

  @Test
  void aPrintedFormIsKeptAndTheFormAskedFor() throws IOException {
    FormReading reading = read("pdf/form-printed.pdf");
    assertEquals("document", reading.formId());
    assertEquals(
        List.of(
            "PDF 里有“打击无证行医及非法医疗美容专项行动情况汇总表”；PDF 只作为材料留存，表中的数据没有读取，这份报表还不算已报。"
                + "请报送这份报表的原始 Excel（.xlsx、.xls）或 Word（.docx、.doc）文件。"),
        messages(reading, "FORM_AS_PDF"));
  }

  @Test
  void passwordsAndDamageAreRefused() throws IOException {
    assertEquals("ENCRYPTED", refusal(Samples.file("pdf/password.pdf")));
    byte[] whole = Files.readAllBytes(Samples.file("pdf/scan.pdf"));
    assertEquals(
        "BROKEN_CONTAINER",
        refusal(Files.write(folder.resolve("cut.pdf"), java.util.Arrays.copyOf(whole, 200))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/FlateDecode",
        "/Fl#61teDecode",
        "[/FlateDecode /FlateDecode]",
        "7 0 R",
        "/LZWDecode"
      })
  void whatInflatesWithoutEndIsUnsafe(String filter) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        out.write(block);
      }
    }
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes(
        ("%PDF-1.4\n1 0 obj\n<< /Length 1 /Filter " + filter + " >>\nstream\n")
            .getBytes(StandardCharsets.US_ASCII));
    pdf.writeBytes(packed.toByteArray());
    pdf.writeBytes("\nendstream\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    assertEquals("ZIP_BOMB", refusal(Files.write(folder.resolve("bomb.pdf"), pdf.toByteArray())));
  }

  private static FormReading read(String sample) throws IOException {
    Document document = Samples.open(Samples.file(sample));
    ReadingContext context =
        new ReadingContext(Optional.of("320302"), Optional.empty(), text -> text);
    return ENGINE.read(document, context).forms().get(0);
  }

  private static String line(FormReading reading) {
    RegisterLine line = reading.lines().get(0);
    return String.join(
        "|",
        List.of("kind", "title", "pages", "figures_found").stream()
            .map(
                column ->
                    Optional.ofNullable(line.values().get(column)).map(Value::verbatim).orElse(""))
            .toList());
  }

  private static List<String> messages(FormReading reading, String code) {
    return reading.findings().stream()
        .filter(finding -> finding.code().equals(code))
        .map(Finding::message)
        .toList();
  }

  private static String refusal(Path file) throws IOException {
    Refused refused = assertInstanceOf(Refused.class, FileOpener.open(file, Limits.standard()));
    return refused.issues().stream().map(Issue::code).findFirst().orElseThrow();
  }
}
