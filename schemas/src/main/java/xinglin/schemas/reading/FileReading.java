package xinglin.schemas.reading;

import java.util.List;
import xinglin.schemas.finding.Finding;

/**
 * Everything read from one file.
 *
 * @param forms the forms found, in reading order; empty if none was recognised
 * @param verdict for a file without a form UNRECOGNISED or UNSAFE, else the worst verdict of its
 *     forms
 * @param findings about the file as a whole, for example why nothing was recognised
 */
public record FileReading(Verdict verdict, List<FormReading> forms, List<Finding> findings) {
  public FileReading {
    forms = List.copyOf(forms);
    findings = List.copyOf(findings);
  }
}
