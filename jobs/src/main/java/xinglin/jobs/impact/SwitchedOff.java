package xinglin.jobs.impact;

import java.util.List;
import xinglin.jobs.load.DocumentReader;
import xinglin.schemas.check.CheckCatalogue;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.sheet.Document;
import xinglin.warehouse.raw.Envelope;

/**
 * Reads as if one check were not there.
 *
 * @param code of the check
 */
public record SwitchedOff(DocumentReader reader, CheckCatalogue checks, String code)
    implements DocumentReader {

  @Override
  public FileReading read(Document document, Envelope envelope) {
    FileReading reading = reader.read(document, envelope);
    List<FormReading> forms = reading.forms().stream().map(this::without).toList();
    return new FileReading(reading.verdict(), forms, without(reading.findings()));
  }

  private FormReading without(FormReading form) {
    List<Finding> left = without(form.findings());
    return left.size() == form.findings().size() ? form : form.judged(checks.verdict(left), left);
  }

  private List<Finding> without(List<Finding> findings) {
    return findings.stream().filter(finding -> !finding.code().equals(code)).toList();
  }
}
