package xinglin.jobs.mark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.jobs.mark.page.Summary;
import xinglin.jobs.open.Samples;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Language;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.value.Period;

/** Marked copies as tests make them. */
final class Answered {
  private Answered() {}

  /** Marks a sample as rejected on 6 August 2024, due on the 9th. */
  static Path mark(Path folder, String sample, Finding... findings) throws IOException {
    return mark(folder, Samples.file(sample), findings);
  }

  static Path mark(Path folder, Path original, Finding... findings) throws IOException {
    Document document = Samples.open(original);
    Path target =
        folder.resolve(
            original.getFileName() + "-marked" + MarkedCopy.extension(document.format()));
    MarkedCopy.write(original, document, summary(Verdict.REJECTED), List.of(findings), target);
    return target;
  }

  static Summary summary(Verdict verdict) {
    return summary(verdict, LocalDate.of(2024, 8, 6), Language.ZH);
  }

  static Summary summary(Verdict verdict, LocalDate checkedOn, Language language) {
    return new Summary(
        "表.xlsx",
        verdict,
        "打击无证行医及非法医疗美容专项行动情况汇总表",
        "泉山区",
        Optional.of(new Period(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 7, 31))),
        Optional.of(LocalDate.of(2024, 8, 9)),
        checkedOn,
        language);
  }

  static Finding error(String sheet, String cell, String message) {
    return finding("TOTAL_MISMATCH", Severity.ERROR, sheet, cell, message);
  }

  static Finding warning(String sheet, String cell, String message) {
    return finding("APPROXIMATE", Severity.WARNING, sheet, cell, message);
  }

  static Finding finding(
      String code, Severity severity, String sheet, String cell, String message) {
    return new Finding(
        code,
        severity,
        sheet,
        cell,
        "measure-" + cell,
        message,
        "In English.",
        "20余",
        "20",
        Map.of());
  }
}
