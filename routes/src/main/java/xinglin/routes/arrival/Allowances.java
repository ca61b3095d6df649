package xinglin.routes.arrival;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import xinglin.warehouse.ledger.Ledger;

/**
 * What partners may still deliver today, by whatever channel: SFTP, folders and mailboxes ask the
 * same one, so that a partner has one allowance and a flood of one starves nobody. A day begins at
 * midnight in Shanghai; what arrived before is counted in the ledger. For one round of collecting.
 */
public final class Allowances {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Map<String, DayLimits> limits;
  private final DayLimits otherwise;
  private final Function<String, List<String>> addresses;
  private final Ledger ledger;
  private final Instant day;
  private final Map<String, Allowance> known = new ConcurrentHashMap<>();

  /** Of partners without mail. */
  public Allowances(
      Map<String, DayLimits> limits, DayLimits otherwise, Ledger ledger, Clock clock) {
    this(limits, otherwise, partner -> List.of(), ledger, clock);
  }

  /**
   * @param limits of partners that have their own
   * @param otherwise of all others
   * @param addresses a partner's mail addresses
   */
  public Allowances(
      Map<String, DayLimits> limits,
      DayLimits otherwise,
      Function<String, List<String>> addresses,
      Ledger ledger,
      Clock clock) {
    this.limits = Map.copyOf(limits);
    this.otherwise = otherwise;
    this.addresses = addresses;
    this.ledger = ledger;
    this.day = LocalDate.ofInstant(clock.instant(), ZONE).atStartOfDay(ZONE).toInstant();
  }

  /** Of a partner. */
  public Allowance of(String partner) {
    return known.computeIfAbsent(
        partner,
        id ->
            new Allowance(
                limits.getOrDefault(id, otherwise), ledger.receivedSince(id, addresses(id), day)));
  }

  private String addresses(String partner) {
    try {
      return JSON.writeValueAsString(
          addresses.apply(partner).stream()
              .map(address -> address.toLowerCase(Locale.ROOT))
              .toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write addresses of " + partner, e);
    }
  }
}
