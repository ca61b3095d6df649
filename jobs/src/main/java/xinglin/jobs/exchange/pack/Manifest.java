package xinglin.jobs.exchange.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The manifest of a package: section 3 of the specification.
 *
 * @param previous digest of the package before, empty for the first of a stream
 * @param states number of records by state
 * @param amounts sums by column code, 10 000 yuan with six decimals
 */
public record Manifest(
    String profile,
    String suite,
    String sender,
    String receiver,
    int sequence,
    Optional<String> previous,
    OffsetDateTime created,
    LocalDate from,
    LocalDate to,
    Identities identities,
    int rows,
    Map<String, Integer> states,
    Map<String, BigDecimal> amounts,
    List<Part> parts,
    Optional<String> producer) {
  /** The protocol of packages this is written for. */
  public static final String PROTOCOL = "yrd-pkg-1";

  /** The suite that packages are sealed with. */
  public static final String SUITE = "openpgp-1";

  /** Entry of the zip that holds it. */
  public static final String ENTRY = "manifest.json";

  public Manifest {
    states = Map.copyOf(states);
    amounts = Map.copyOf(amounts);
    parts = List.copyOf(parts);
  }

  /** The part that counts. */
  public Part data() {
    return parts.stream()
        .filter(part -> part.role() == Part.Role.DATA)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Cannot find the data part of " + sequence));
  }

  /** The packages it is one of. */
  public StreamId stream() {
    return new StreamId(sender, receiver, profile);
  }
}
