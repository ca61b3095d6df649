package xinglin.jobs.example;

import java.util.List;
import xinglin.schemas.example.Expected;
import xinglin.schemas.example.ExpectedLine;
import xinglin.schemas.finding.Finding;

/**
 * What became of an example.
 *
 * @param differences figure by figure, if what is expected is written down
 * @param readAs forms that the file was read as, {@code id/edition}
 * @param findings why it was sent back or not recognised; empty if it passed
 * @param read everything that was read of the form
 */
public record ExampleResult(
    FormExample example,
    Status status,
    List<Expected.Difference> differences,
    List<String> readAs,
    List<Finding> findings,
    List<ExpectedLine> read) {

  public ExampleResult {
    differences = List.copyOf(differences);
    readAs = List.copyOf(readAs);
    findings = List.copyOf(findings);
    read = List.copyOf(read);
  }

  /** Whether it gave what was expected. */
  public enum Status {
    PASSED,
    /** Read and accepted, but nobody wrote down what its figures are. */
    UNREVIEWED,
    FAILED;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
