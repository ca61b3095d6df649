package xinglin.jobs.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.Opened;
import xinglin.jobs.open.OpenedDocument;
import xinglin.jobs.open.Refused;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.engine.FormEngine;
import xinglin.schemas.engine.ReadingContext;
import xinglin.schemas.example.ExampleText;
import xinglin.schemas.example.Expected;
import xinglin.schemas.example.ExpectedLine;
import xinglin.schemas.example.ReadLines;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.sheet.Document;

/** Reads examples as if they were sent, and compares. */
public final class ExampleRun {
  private static final String MARK = "\uFEFF";
  private final Definitions definitions;
  private final FormEngine engine;

  public ExampleRun(Definitions definitions) {
    this.definitions = definitions;
    this.engine = new FormEngine(definitions);
  }

  public ExampleResult run(FormExample example) throws IOException {
    if (example.file().isEmpty()) {
      return compare(example, ExampleText.read(example.text().orElse(""), Map.of()));
    }
    Opened opened = FileOpener.open(example.file().get(), Limits.standard());
    if (opened instanceof Refused refused) {
      List<Finding> findings =
          refused.issues().stream().map(definitions.checks()::finding).toList();
      return new ExampleResult(
          example, ExampleResult.Status.FAILED, List.of(), List.of(), findings, List.of());
    }
    return compare(example, ((OpenedDocument) opened).document());
  }

  private ExampleResult compare(FormExample example, Document document) {
    FileReading reading = engine.read(document, ReadingContext.unsent());
    List<FormReading> own =
        reading.forms().stream()
            .filter(form -> form.formId().equals(example.form().formId()))
            .filter(form -> form.edition().equals(example.form().edition()))
            .toList();
    List<ExpectedLine> read = ReadLines.of(own);
    List<Expected.Difference> differences =
        example
            .expected()
            .map(Expected::parse)
            .map(lines -> lines.differences(read))
            .orElse(List.of());
    boolean rejected = own.stream().anyMatch(form -> form.verdict() == Verdict.REJECTED);
    ExampleResult.Status status =
        own.isEmpty() || !differences.isEmpty() || (rejected && example.expected().isEmpty())
            ? ExampleResult.Status.FAILED
            : example.expected().isEmpty()
                ? ExampleResult.Status.UNREVIEWED
                : ExampleResult.Status.PASSED;
    return new ExampleResult(
        example,
        status,
        differences,
        reading.forms().stream().map(form -> form.formId() + "/" + form.edition()).toList(),
        status == ExampleResult.Status.FAILED ? errors(reading) : List.of(),
        read);
  }

  private static List<Finding> errors(FileReading reading) {
    List<Finding> findings = new ArrayList<>(reading.findings());
    reading.forms().forEach(form -> findings.addAll(form.findings()));
    findings.removeIf(finding -> finding.severity() != Severity.ERROR);
    return findings;
  }

  /**
   * Writes down what was read as what is expected from now on, for its author to review; empty if
   * the example is built in or was not read as its form.
   */
  public static Optional<Path> accept(ExampleResult result) throws IOException {
    Optional<Path> file = result.example().expectedFile();
    if (file.isEmpty() || result.read().isEmpty()) {
      return Optional.empty();
    }
    Path folder = file.get().toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file.get(), MARK + Expected.write(result.read()));
    return file;
  }
}
