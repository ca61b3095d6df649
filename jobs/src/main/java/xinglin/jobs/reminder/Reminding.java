package xinglin.jobs.reminder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import xinglin.jobs.letter.Letter;
import xinglin.jobs.parcel.LetterParcels;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.engine.Definitions;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.ledger.ParcelLedger;
import xinglin.warehouse.query.ReportState;
import xinglin.warehouse.query.ReportState.State;

/**
 * Makes parcels of reminders: one for each reporter, deadline and step, with all that is open by
 * then, and one for each office above. Whom a step was made for is known by its identity in the
 * ledger of parcels, so a night that is repeated sends nothing twice. Of steps that were missed
 * only the latest is made up; what was made and could not be sent is taken back once a later step
 * is due or nothing is owed any more.
 */
public final class Reminding {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration ONE_NIGHT = Duration.ofHours(12);
  private static final String REMINDER = "reminder";
  private static final String DIGEST = "digest";
  private static final List<State> OPEN = List.of(State.NOT_DUE, State.MISSING, State.RETURNED);
  private static final List<State> TOLD = List.of(State.MISSING, State.RETURNED, State.LATE);
  private final Home home;
  private final Definitions definitions;
  private final ReminderSettings settings;
  private final ParcelLedger ledger;
  private final Receiver.Finder receivers;
  private final Instant now;
  private final LocalDate today;
  private final LetterParcels parcels;

  public Reminding(
      Home home,
      Definitions definitions,
      ReminderSettings settings,
      ParcelLedger ledger,
      Receiver.Finder receivers,
      Clock clock) {
    this.home = home;
    this.definitions = definitions;
    this.settings = settings;
    this.ledger = ledger;
    this.receivers = receivers;
    this.now = clock.instant();
    this.today = LocalDate.ofInstant(now, ZONE);
    this.parcels = new LetterParcels(home.root(), home.outbox().resolve("reminders"));
  }

  private record Group(String division, LocalDate dueOn) {}

  /**
   * Makes what is due; returns how many. Nothing unless this night's state is published: who
   * delivered since an older one must not be written to.
   */
  public long prepare() {
    if (!settings.send()) {
      withdraw(Set.of());
      return 0;
    }
    List<ReportState> reports = ReportState.list(home.published());
    if (reports.isEmpty() || !isFresh(reports.get(0).publishedOn())) {
      return 0;
    }
    try {
      List<Parcel> ready = new ArrayList<>();
      Set<String> due = new HashSet<>();
      for (Campaign campaign : definitions.campaigns().list()) {
        if (settings.has(campaign)) {
          List<ReportState> own =
              reports.stream().filter(one -> one.campaignId().equals(campaign.id())).toList();
          remind(campaign, own, due, ready);
          digest(campaign, own, due, ready);
        }
      }
      withdraw(due);
      if (!ready.isEmpty()) {
        parcels.force();
        ledger.add(ready);
      }
      return ready.size();
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot write reminders into the outbox: " + e.getMessage(),
          DeliveryException.Retry.SAFE,
          e);
    }
  }

  /** Published today, or by a night that began yesterday and has gone on past midnight. */
  private boolean isFresh(LocalDate publishedOn) {
    return publishedOn.equals(today)
        || ReportState.begun(home.published())
            .map(begun -> Duration.between(begun.atZone(ZONE).toInstant(), now))
            .filter(age -> !age.isNegative() && age.compareTo(ONE_NIGHT) <= 0)
            .isPresent();
  }

  /** Takes back what was not sent and says no longer what is so. */
  private void withdraw(Set<String> due) {
    List<Parcel> overtaken =
        ledger.unsent(REMINDER, DIGEST).stream()
            .filter(parcel -> !due.contains(parcel.parcelId()))
            .toList();
    ledger.withdraw(overtaken);
    overtaken.forEach(parcels::remove);
  }

  private void remind(
      Campaign campaign, List<ReportState> reports, Set<String> due, List<Parcel> ready)
      throws IOException {
    for (var group : groups(reports, OPEN, ReportState::divisionCode).entrySet()) {
      Group who = group.getKey();
      Optional<Integer> step = campaign.reminders().step(who.dueOn(), today);
      String id = id(REMINDER, campaign, who, step.orElse(0));
      step.ifPresent(now -> due.add(id));
      if (step.isEmpty() || ledger.find(id).isPresent()) {
        continue;
      }
      Optional<Receiver> receiver = receivers.ofDivision(who.division());
      if (receiver.isPresent()) {
        ready.add(reminder(id, campaign, who, group.getValue(), receiver.get()));
      }
    }
  }

  private Parcel reminder(
      String id, Campaign campaign, Group who, List<ReportState> open, Receiver receiver)
      throws IOException {
    Path scratch = home.temporary().resolve("reminders");
    BlankForms blanks = new BlankForms(definitions, campaign, scratch);
    try {
      Map<ReportState, LetterParcels.Enclosure> enclosed = new LinkedHashMap<>();
      for (ReportState report : open) {
        Optional<LetterParcels.Enclosure> blank = blanks.of(report);
        if (blank.isPresent()) {
          enclosed.put(report, blank.get());
        }
      }
      Letter letter =
          new ReminderLetter(new Deadline(campaign, receiver.way(), who.dueOn(), today))
              .write(open, enclosed);
      return parcels.make(
          id,
          receiver.partnerId(),
          receiver.way(),
          letter,
          enclosed.values().stream().distinct().toList(),
          now);
    } finally {
      BlankForms.remove(scratch);
    }
  }

  private void digest(
      Campaign campaign, List<ReportState> reports, Set<String> due, List<Parcel> ready)
      throws IOException {
    for (var group : groups(reports, TOLD, this::above).entrySet()) {
      Group who = group.getKey();
      Optional<Integer> step = campaign.reminders().digestStep(who.dueOn(), today);
      String id = id(DIGEST, campaign, who, step.orElse(0));
      step.ifPresent(now -> due.add(id));
      if (step.isEmpty() || who.division().isEmpty() || ledger.find(id).isPresent()) {
        continue;
      }
      Optional<Receiver> receiver = receivers.ofDivision(who.division()).or(() -> settled(who));
      if (receiver.isPresent()) {
        Letter letter =
            new DigestLetter(new Deadline(campaign, receiver.get().way(), who.dueOn(), today))
                .write(
                    group.getValue(),
                    code -> receivers.ofDivision(code).isPresent(),
                    report -> report.on(today));
        ready.add(
            parcels.make(
                id, receiver.get().partnerId(), receiver.get().way(), letter, List.of(), now));
      }
    }
  }

  private Optional<Receiver> settled(Group who) {
    String name =
        definitions.divisions().find(who.division()).map(Division::name).orElse(who.division());
    return settings.digestTo().flatMap(address -> receivers.ofAddress(address, name));
  }

  /** The next level up. */
  private String above(ReportState report) {
    return definitions
        .divisions()
        .find(report.divisionCode())
        .flatMap(Division::parentCode)
        .orElse("");
  }

  private Map<Group, List<ReportState>> groups(
      List<ReportState> reports, List<State> states, Function<ReportState, String> by) {
    Map<Group, List<ReportState>> groups = new LinkedHashMap<>();
    for (ReportState report : reports) {
      if (states.contains(report.on(today))) {
        groups
            .computeIfAbsent(
                new Group(by.apply(report), report.dueOn()), group -> new ArrayList<>())
            .add(report);
      }
    }
    return groups;
  }

  private static String id(String kind, Campaign campaign, Group who, int step) {
    String when = step < 0 ? "before-" + -step : step == 0 ? "day" : "after-" + step;
    return String.join(".", kind, campaign.id(), who.division(), who.dueOn().toString(), when);
  }
}
