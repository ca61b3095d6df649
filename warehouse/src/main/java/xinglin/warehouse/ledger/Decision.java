package xinglin.warehouse.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A decision of a person, never changed.
 *
 * @param kind for example {@code waive}
 * @param body JSON
 */
public record Decision(long decisionId, Instant decidedAt, String kind, String body) {

  /** SHA-256 of a journal: the same decisions in the same order, the same digest. */
  public static String digest(List<Decision> journal) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Decision one : journal) {
        String line =
            String.join(
                "\n",
                String.valueOf(one.decisionId),
                one.decidedAt.toString(),
                one.kind,
                one.body,
                "");
        sha.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", e);
    }
  }
}
