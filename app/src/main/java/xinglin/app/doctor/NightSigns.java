package xinglin.app.doctor;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.app.assembly.LastNights;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.ParcelLedger;
import xinglin.warehouse.ledger.Run;
import xinglin.warehouse.query.CsvFormat;
import xinglin.warehouse.query.PublishedQuery;
import xinglin.warehouse.query.QueryException;

/** How the last night went, what it published, what waits for the next. */
record NightSigns(Home home, Ledger ledger, ParcelLedger parcels, Clock clock) {
  private static final Duration LATE = Duration.ofHours(26);

  List<Sign> all(boolean busy) {
    List<Sign> signs = new ArrayList<>();
    signs.add(night(busy));
    signs.add(published());
    signs.add(Sign.ok("deliveries", "deliveries", ledger.waiting()));
    long held = ledger.countOutcomes().getOrDefault("quarantined", 0L);
    signs.add(
        held == 0
            ? Sign.ok("quarantine", "quarantine")
            : Sign.hint("quarantine", "quarantine.held", held));
    signs.add(answers());
    return signs;
  }

  private Sign night(boolean busy) {
    LastNights nights = LastNights.of(ledger);
    Optional<Run> latest = nights.latest();
    if (latest.isEmpty()) {
      return Sign.hint("night", "night.never");
    }
    String run = latest.get().runId();
    if (latest.get().state().equals("failed")) {
      return Sign.wrong("night", "night.failed", run);
    }
    if (latest.get().state().equals("running")) {
      return busy ? Sign.ok("night", "night.running", run) : Sign.wrong("night", "night.dead", run);
    }
    Optional<Instant> done = nights.lastPublished().flatMap(Run::endedAt);
    if (done.isEmpty()) {
      return Sign.hint("night", "night.never");
    }
    Duration age = Duration.between(done.get(), clock.instant());
    String time = MachineSigns.TIME.format(done.get());
    return age.compareTo(LATE) > 0
        ? Sign.wrong("night", "night.late", time, age.toHours())
        : Sign.ok("night", "night", time, age.toHours());
  }

  private Sign published() {
    try (PublishedQuery query = PublishedQuery.current(home.published(), Optional.empty())) {
      StringBuilder rows = new StringBuilder();
      query.print("select count(*) as n from submission", new CsvFormat(), rows);
      String count = rows.toString().replaceAll("[^0-9]", "");
      return Sign.ok("published", "published", home.current().toRealPath().getFileName(), count);
    } catch (QueryException e) {
      return e.reason() == QueryException.Reason.NOT_PUBLISHED
          ? Sign.hint("published", "published.none")
          : Sign.wrong("published", "published.wrong", String.valueOf(e.getMessage()));
    } catch (IllegalStateException | IOException e) {
      return Sign.wrong("published", "published.wrong", String.valueOf(e.getMessage()));
    }
  }

  private Sign answers() {
    Map<String, Long> counts = parcels.count();
    long waiting = counts.getOrDefault("waiting", 0L) + parcels.countLoose();
    long stuck = counts.getOrDefault("stuck", 0L);
    return stuck == 0
        ? Sign.ok("answers", "answers", waiting)
        : Sign.wrong("answers", "answers.stuck", waiting, stuck);
  }
}
