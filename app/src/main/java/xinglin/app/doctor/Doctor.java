package xinglin.app.doctor;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.app.assembly.LastNights;
import xinglin.app.assembly.PartnerChannels;
import xinglin.app.assembly.Probes;
import xinglin.app.assembly.Workplace;
import xinglin.jobs.release.Releases;
import xinglin.schemas.definition.DefinitionException;
import xinglin.schemas.finding.Language;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.home.HomeException;
import xinglin.warehouse.home.HomeLock;
import xinglin.warehouse.ledger.ChannelLedger;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.ParcelLedger;
import xinglin.warehouse.ledger.StateDatabase;

/** Looks at a home, its machine and its channels; changes nothing, takes nothing. */
public record Doctor(Path folder, Clock clock, Map<String, String> environment) {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** Everything that can be seen, in a fixed order; what is behind something broken is left out. */
  public List<Sign> examine() {
    return examine(LONGEST);
  }

  List<Sign> examine(Duration longest) {
    Home home;
    try {
      home = Home.open(folder);
    } catch (HomeException e) {
      return List.of(
          MachineSigns.java(),
          new Sign(
              "home",
              Sign.State.WRONG,
              texts -> texts.say("failure.home." + e.reason(), String.valueOf(e.getMessage()))));
    }
    StateDatabase state;
    try {
      state = StateDatabase.open(home);
    } catch (DeliveryException e) {
      List<Sign> signs =
          new ArrayList<>(MachineSigns.all(home.root(), clock, Optional.empty(), environment));
      signs.add(Sign.wrong("state", "state.wrong", String.valueOf(e.getMessage())));
      return signs;
    }
    Ledger ledger = new Ledger(state);
    List<Sign> signs =
        new ArrayList<>(MachineSigns.all(home.root(), clock, latest(ledger), environment));
    boolean busy = HomeLock.holder(home).isPresent();
    signs.addAll(new HomeSigns(home, environment).all());
    Optional<Workplace> place = place(home, signs);
    signs.addAll(new NightSigns(home, ledger, new ParcelLedger(state), clock).all(busy));
    signs.addAll(ReleaseSigns.of(new Releases(home, ledger)));
    place
        .filter(known -> known.settings().reminders().send() && known.hasNoMailServer())
        .ifPresent(known -> signs.add(Sign.hint("reminders", "reminders.no_mail")));
    place.ifPresent(
        known ->
            signs.addAll(
                new ChannelSigns(
                        Probes.of(known), new ChannelLedger(state).list(), clock.instant(), longest)
                    .all(environment)));
    return signs;
  }

  /** When a run last began or ended. */
  private static Optional<Instant> latest(Ledger ledger) {
    return LastNights.of(ledger)
        .latest()
        .flatMap(
            run ->
                Stream.concat(Stream.of(run.startedAt()), run.endedAt().stream())
                    .max(Instant::compareTo));
  }

  private Optional<Workplace> place(Home home, List<Sign> signs) {
    try {
      Workplace place = Workplace.open(home.root(), clock);
      signs.add(
          Sign.ok(
              "definitions",
              "definitions",
              place.partners().list().size(),
              new PartnerChannels(place).ids().size(),
              place.definitions().forms().list().size()));
      return Optional.of(place);
    } catch (DefinitionException e) {
      signs.add(Sign.wrong("definitions", "definitions.wrong", e.problems().size()));
      e.problems()
          .forEach(
              problem ->
                  signs.add(
                      new Sign(
                          "definitions",
                          Sign.State.WRONG,
                          texts -> problem.in(texts.english() ? Language.EN : Language.ZH))));
      return Optional.empty();
    }
  }
}
