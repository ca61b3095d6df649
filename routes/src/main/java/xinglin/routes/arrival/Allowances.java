package xinglin.routes.arrival;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import xinglin.warehouse.ledger.Ledger;

/**
 * What partners may still deliver today, by whatever channel: SFTP, folders and mailboxes ask the
 * same one, so that a partner has one allowance and a flood of one starves nobody. A day begins at
 * midnight in Shanghai; what arrived before is counted in the ledger. For one round of collecting.
 */
public final class Allowances {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private final Map<String, DayLimits> limits;
  private final DayLimits otherwise;
  private final Ledger ledger;
  private final Instant day;
  private final Map<String, Allowance> known = new ConcurrentHashMap<>();

  /**
   * @param limits of partners that have their own
   * @param otherwise of all others
   */
  public Allowances(
      Map<String, DayLimits> limits, DayLimits otherwise, Ledger ledger, Clock clock) {
    this.limits = Map.copyOf(limits);
    this.otherwise = otherwise;
    this.ledger = ledger;
    this.day = LocalDate.ofInstant(clock.instant(), ZONE).atStartOfDay(ZONE).toInstant();
  }

  /** Of a partner. */
  public Allowance of(String partner) {
    return known.computeIfAbsent(
        partner,
        id -> new Allowance(limits.getOrDefault(id, otherwise), ledger.receivedSince(id, day)));
  }
}
