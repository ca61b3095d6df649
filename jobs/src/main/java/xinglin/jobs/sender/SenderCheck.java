package xinglin.jobs.sender;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.jobs.sender.AuthenticationResults.Statement;

/**
 * What the server that received a message found out about its sender. Only a pass for the domain of
 * the From address, or one that this domain lies in, is a pass: anybody can pass for a domain of
 * his own.
 *
 * @param results by proof: {@code pass}, {@code other_domain}, or what the server wrote; a proof
 *     that it says nothing of is not there
 */
public record SenderCheck(Map<Proof, String> results) {
  private static final String PASS = "pass";
  private static final String OTHER_DOMAIN = "other_domain";

  public SenderCheck {
    results = Map.copyOf(results);
  }

  /** Nobody trusted said anything. */
  public static SenderCheck none() {
    return new SenderCheck(Map.of());
  }

  /**
   * Reads the fields that the trusted server wrote: those on top of the message. Whatever stands
   * below is from before it came to that server, and anybody may have written it.
   *
   * @param fields bodies of the topmost Authentication-Results fields, from the top
   * @param server whose word counts; without it nobody's does
   * @param sender the From address
   */
  public static SenderCheck of(
      List<String> fields, Optional<String> server, Optional<String> sender) {
    if (server.isEmpty() || sender.isEmpty()) {
      return none();
    }
    String trusted = server.get().toLowerCase(Locale.ROOT);
    List<Statement> statements =
        fields.stream()
            .map(AuthenticationResults::of)
            .takeWhile(results -> results.server().equals(trusted))
            .flatMap(results -> results.statements().stream())
            .toList();
    Map<Proof, String> results = new EnumMap<>(Proof.class);
    for (Proof proof : Proof.values()) {
      statements.stream()
          .filter(statement -> statement.method().equals(proof.method()))
          .map(statement -> result(proof, statement, domain(sender.get())))
          .min(Comparator.comparing(result -> result.equals(PASS) ? 0 : 1))
          .ifPresent(result -> results.put(proof, result));
    }
    return new SenderCheck(results);
  }

  private static String result(Proof proof, Statement statement, String from) {
    if (!statement.result().equals(PASS)) {
      return statement.result();
    }
    boolean own =
        proof.domains().stream()
            .flatMap(key -> Optional.ofNullable(statement.properties().get(key)).stream())
            .findFirst()
            .map(SenderCheck::domain)
            .filter(domain -> from.equals(domain) || liesIn(from, domain))
            .isPresent();
    return own ? PASS : OTHER_DOMAIN;
  }

  private static boolean liesIn(String from, String domain) {
    return domain.indexOf('.') > 0 && from.endsWith("." + domain);
  }

  private static String domain(String address) {
    return address
        .substring(address.lastIndexOf('@') + 1)
        .replaceFirst("\\.$", "")
        .toLowerCase(Locale.ROOT);
  }

  public boolean passes(Proof proof) {
    return PASS.equals(results.get(proof));
  }

  /** For the ledger: {@code spf=pass dkim=none}; empty if nothing was said. */
  public String code() {
    return results.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey().method() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
