package xinglin.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.app.assembly.CheckedFile;
import xinglin.app.terminal.Texts;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.Reporter;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.value.Period;

/** What {@code check} prints: lines for people, or the array that architecture fixes. */
record CheckReport(Texts texts) {

  /** One object per form found; one with form null for a file without any. */
  List<Object> json(List<CheckedFile> files) {
    List<Object> rows = new ArrayList<>();
    for (CheckedFile file : files) {
      if (file.reading().forms().isEmpty()) {
        rows.add(
            row(file, Optional.empty(), file.reading().verdict(), file.findings(Optional.empty())));
      }
      for (FormReading form : file.reading().forms()) {
        rows.add(row(file, Optional.of(form), form.verdict(), file.findings(Optional.of(form))));
      }
    }
    return rows;
  }

  private Map<String, Object> row(
      CheckedFile file, Optional<FormReading> form, Verdict verdict, List<Finding> findings) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", file.file().toString());
    row.put("sha256", file.sha256());
    row.put("form", form.map(FormReading::formId).orElse(null));
    row.put("edition", form.map(FormReading::edition).orElse(null));
    row.put("reporter_code", form.flatMap(FormReading::reporter).map(Reporter::code).orElse(null));
    row.put("reporter_name", form.flatMap(FormReading::reporter).map(Reporter::name).orElse(null));
    row.put(
        "period_start",
        form.flatMap(FormReading::period).map(Period::start).map(Object::toString).orElse(null));
    row.put(
        "period_end",
        form.flatMap(FormReading::period).map(Period::end).map(Object::toString).orElse(null));
    row.put("verdict", verdict.code());
    row.put("findings", findings.stream().map(this::finding).toList());
    return row;
  }

  private Map<String, Object> finding(Finding finding) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", finding.code());
    row.put("severity", finding.severity().code());
    row.put("sheet", finding.sheet());
    row.put("cell", finding.cell());
    row.put("message", message(finding));
    return row;
  }

  List<String> lines(List<CheckedFile> files) {
    List<String> lines = new ArrayList<>();
    for (CheckedFile file : files) {
      if (file.reading().forms().isEmpty()) {
        lines.add(texts.say("check.line.file", file.file(), verdict(file.reading().verdict())));
        file.findings(Optional.empty()).forEach(finding -> lines.add(line(finding)));
      }
      for (FormReading form : file.reading().forms()) {
        lines.add(
            texts.say(
                "check.line.form",
                file.file(),
                form.formId(),
                form.reporter().map(Reporter::name).orElse("?"),
                form.period().map(period -> period.start() + "…" + period.end()).orElse("?"),
                verdict(form.verdict())));
        file.findings(Optional.of(form)).forEach(finding -> lines.add(line(finding)));
      }
    }
    long errors = files.stream().filter(CheckedFile::hasErrors).count();
    lines.add(texts.say("check.line.sum", files.size(), errors));
    return lines;
  }

  private String line(Finding finding) {
    String mark =
        finding.severity() == Severity.ERROR
            ? "✗"
            : finding.severity() == Severity.WARNING ? "!" : "·";
    return "  " + mark + " " + finding.code() + "  " + message(finding);
  }

  private String message(Finding finding) {
    return texts.english() ? finding.messageEn() : finding.message();
  }

  private String verdict(Verdict verdict) {
    return texts.say("verdict." + verdict.code());
  }
}
