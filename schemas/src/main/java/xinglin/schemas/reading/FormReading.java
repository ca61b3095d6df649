package xinglin.schemas.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.value.Period;

/**
 * One form found in a file, read and checked as far as the file itself allows.
 *
 * @param ordinal position among the forms of the file, from 0
 * @param headings the cells that tell reporter and period, as far as cells do
 * @param signature fields around the table (填表人, 联系电话 …), by label; personal data
 * @param verdict by the file alone, before history is asked
 * @param findings exact, uncapped
 */
public record FormReading(
    String formId,
    String edition,
    Optional<String> campaignId,
    int ordinal,
    String sheet,
    Optional<Reporter> reporter,
    Optional<Period> period,
    List<Heading> headings,
    List<Figure> figures,
    List<RegisterLine> lines,
    Map<String, String> signature,
    Verdict verdict,
    List<Finding> findings) {

  public FormReading {
    headings = List.copyOf(headings);
    figures = List.copyOf(figures);
    lines = List.copyOf(lines);
    signature = Map.copyOf(signature);
    findings = List.copyOf(findings);
  }

  /** The same with another verdict, and the findings that led to it. */
  public FormReading judged(Verdict other, List<Finding> otherFindings) {
    return new FormReading(
        formId,
        edition,
        campaignId,
        ordinal,
        sheet,
        reporter,
        period,
        headings,
        figures,
        lines,
        signature,
        other,
        otherFindings);
  }

  /** The same at another place among the forms of its file. */
  public FormReading numbered(int place) {
    return new FormReading(
        formId,
        edition,
        campaignId,
        place,
        sheet,
        reporter,
        period,
        headings,
        figures,
        lines,
        signature,
        verdict,
        findings);
  }

  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
