package xinglin.app.assembly;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.sheet.Document;

/**
 * A file that was checked and not stored.
 *
 * @param document empty if it was refused
 * @param extra findings about the check itself, for example which checks could not run
 */
public record CheckedFile(
    Path file,
    String sha256,
    Optional<Document> document,
    FileReading reading,
    List<Finding> extra) {
  public CheckedFile {
    extra = List.copyOf(extra);
  }

  /** Whether it would be sent back. */
  public boolean hasErrors() {
    return reading.forms().isEmpty()
        || reading.forms().stream().anyMatch(form -> form.verdict() == Verdict.REJECTED);
  }

  /** Findings of one form with those of the file, or of a file without a form. */
  public List<Finding> findings(Optional<FormReading> form) {
    List<Finding> findings = new ArrayList<>(reading.findings());
    form.ifPresent(known -> findings.addAll(known.findings()));
    findings.addAll(extra);
    return findings;
  }

  /** All findings, each once. */
  List<Finding> allFindings() {
    List<Finding> findings = new ArrayList<>(reading.findings());
    reading.forms().forEach(form -> findings.addAll(form.findings()));
    return findings;
  }
}
