package xinglin.jobs.exchange.returned;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.PackageEntry.State;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.ledger.returned.Resend;
import xinglin.warehouse.ledger.returned.ReturnLedger;

/**
 * Sends packages of ours again: those that were asked for, and those about whose records nobody
 * said anything within fifteen days. A repetition costs the receiver nothing.
 */
public final class Resends {
  /** So long a partner may take to judge a package: section 9 of the specification. */
  public static final Duration PATIENCE = Duration.ofDays(15);

  private static final Logger LOG = LoggerFactory.getLogger(Resends.class);
  private final PackageLedger packages;
  private final ReturnLedger returns;
  private final Resending resending;

  public Resends(PackageLedger packages, ReturnLedger returns, Resending resending) {
    this.packages = packages;
    this.returns = returns;
    this.resending = resending;
  }

  /**
   * Sends what is due; returns how many packages. One that cannot be sent holds up no other, and is
   * tried again the next night.
   */
  public long send(Instant now) {
    for (String packageId : overdue(now)) {
      returns.unanswered(packageId, now);
    }
    Set<String> due =
        returns.resends().stream()
            .filter(resend -> resend.sentAt().isEmpty())
            .map(Resend::packageId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    long sent = 0;
    for (String packageId : due) {
      PackageEntry entry =
          packages
              .find(packageId)
              .orElseThrow(() -> new IllegalStateException("Cannot find " + packageId));
      try {
        resending.reseal(entry, now);
        returns.resent(packageId, now);
        sent++;
      } catch (DeliveryException e) {
        LOG.error("Package {} is not sent again", packageId, e);
      }
    }
    return sent;
  }

  private List<String> overdue(Instant now) {
    Map<String, Instant> latest = new HashMap<>();
    for (Resend resend : returns.resends()) {
      latest.put(resend.packageId(), resend.sentAt().orElse(now));
    }
    return packages.sent().stream()
        .filter(Resends::isUnanswered)
        .filter(
            entry ->
                !latest
                    .getOrDefault(entry.packageId(), entry.receivedAt())
                    .plus(PATIENCE)
                    .isAfter(now))
        .map(PackageEntry::packageId)
        .toList();
  }

  /** Whether nobody said yet what became of its records. */
  public static boolean isUnanswered(PackageEntry entry) {
    return Set.of(State.SEALED, State.SENT, State.UNDERSTOOD, State.WAITING)
        .contains(entry.state());
  }
}
