package xinglin.jobs.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.value.Period;

/**
 * What a receipt says of a delivery.
 *
 * @param fileName as sent; of a mail its subject or file
 * @param files itself if a form was read from it or refused, else what was inside
 */
public record Told(
    String deliveryId, String fileName, Instant receivedAt, String outcome, List<File> files) {
  public Told {
    files = List.copyOf(files);
  }

  /** Everything that was read from one file. */
  public record File(String deliveryId, String fileName, String outcome, List<Form> forms) {
    public File {
      forms = List.copyOf(forms);
    }
  }

  /**
   * One form, or a file in which none was found.
   *
   * @param title empty if no form was recognised
   * @param repeated for a duplicate, the verdict of the form it repeats
   * @param errors exact, however many are listed
   * @param counts by code, exact
   */
  public record Form(
      String title,
      String reporter,
      Optional<Period> period,
      Optional<LocalDate> dueOn,
      Verdict verdict,
      Optional<Verdict> repeated,
      long errors,
      long warnings,
      Map<String, Long> counts,
      List<Finding> findings) {
    public Form {
      counts = Map.copyOf(counts);
      findings = List.copyOf(findings);
    }

    /** Whether its sender has to do it again. */
    public boolean isRefused() {
      return switch (verdict) {
        case REJECTED, UNRECOGNISED, UNSAFE -> true;
        case ACCEPTED, ACCEPTED_WITH_WARNINGS -> false;
        case DUPLICATE -> repeated.map(former -> !former.counts()).orElse(false);
      };
    }

    boolean has(String code) {
      return counts.containsKey(code);
    }
  }
}
