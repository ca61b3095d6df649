package xinglin.jobs.exchange.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipOutputStream;
import xinglin.jobs.exchange.pack.PackageWriter;
import xinglin.warehouse.ledger.PackageAnswer;
import xinglin.warehouse.ledger.PackageEntry;

/** The answers given so far as one zip: section 9 of the specification. */
final class AnswerBundle {
  private static final int SHORT = 8;

  private AnswerBundle() {}

  /**
   * {@code <package>-<kind>.zip} with the kind of the last answer; of a refused package, of which
   * there may be several, with the first digits of the file's digest.
   */
  static String name(PackageEntry entry, List<PackageAnswer> answers) {
    String kind = answers.get(answers.size() - 1).kind();
    boolean refused = entry.state() == PackageEntry.State.REFUSED;
    return entry.name()
        + (refused ? "-refused-" + entry.fileSha256().substring(0, SHORT) : "-" + kind)
        + ".zip";
  }

  /**
   * @param details the sealed file with rows that were not simply accepted
   */
  static void write(List<PackageAnswer> answers, Optional<Path> details, Path target)
      throws IOException {
    try (OutputStream file = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (PackageAnswer answer : answers) {
        PackageWriter.entry(zip, answer.kind() + ".json");
        zip.write(answer.text().getBytes(StandardCharsets.UTF_8));
        PackageWriter.entry(zip, answer.kind() + ".json.asc");
        zip.write(answer.signature().getBytes(StandardCharsets.US_ASCII));
      }
      if (details.isPresent()) {
        PackageWriter.entry(zip, Judgement.DETAILS + ".gpg");
        Files.copy(details.get(), zip);
      }
    }
  }
}
