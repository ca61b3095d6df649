package xinglin.app.command.waive;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import xinglin.app.terminal.Texts;
import xinglin.jobs.waive.Waiver;

/** Waivers that hold, and until when the first of them does. */
public final class WaiversStatus {
  private final List<Waiver> holding;
  private final LocalDate today;
  private final Texts texts;

  public WaiversStatus(List<Waiver> waivers, LocalDate today, Texts texts) {
    this.holding =
        waivers.stream()
            .filter(waiver -> waiver.standing(today) == Waiver.Standing.HOLDS)
            .sorted(Comparator.comparing(Waiver::until))
            .toList();
    this.today = today;
    this.texts = texts;
  }

  /** For people: one line, or none. */
  public List<String> lines() {
    return holding.stream()
        .limit(1)
        .map(first -> texts.say("status.waivers", holding.size(), first.until().toString()))
        .toList();
  }

  /** All that hold, the first to end first. */
  public List<Object> json() {
    return List.copyOf(new WaiverPage(holding, today).json());
  }
}
