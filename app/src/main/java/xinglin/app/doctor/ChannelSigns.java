package xinglin.app.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import xinglin.app.terminal.ChannelWords;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.ChannelProbe;
import xinglin.routes.partner.Tried;
import xinglin.warehouse.ledger.ChannelUse;

/**
 * Tries every channel out at the same time; a server that hangs takes no longer than {@code most}.
 *
 * @param uses how each did when it was last used
 */
record ChannelSigns(List<ChannelProbe> probes, List<ChannelUse> uses, Instant now, Duration most) {
  private static final int AT_ONCE = 16;
  private static final int EXPIRING_DAYS = 21;

  List<Sign> all(Map<String, String> environment) {
    if (probes.isEmpty()) {
      return List.of(Sign.ok("channels", "channels.none"));
    }
    Map<String, ChannelUse> last =
        uses.stream().collect(Collectors.toMap(ChannelUse::channelId, use -> use));
    List<Sign> signs = new ArrayList<>();
    tried(environment)
        .forEach(
            (probe, steps) ->
                signs.add(sign(probe, steps, Optional.ofNullable(last.get(probe.channelId())))));
    return signs;
  }

  private Map<ChannelProbe, List<Tried>> tried(Map<String, String> environment) {
    ExecutorService side =
        Executors.newFixedThreadPool(
            Math.min(AT_ONCE, probes.size()),
            task -> {
              Thread thread = new Thread(task, "doctor");
              thread.setDaemon(true);
              return thread;
            });
    Map<ChannelProbe, List<Tried>> tried = new LinkedHashMap<>();
    try {
      List<Callable<List<Tried>>> tasks = new ArrayList<>();
      probes.forEach(probe -> tasks.add(() -> probe.probe(environment)));
      List<Future<List<Tried>>> results =
          side.invokeAll(tasks, most.toMillis(), TimeUnit.MILLISECONDS);
      for (int number = 0; number < results.size(); number++) {
        ChannelProbe probe = probes.get(number);
        tried.put(probe, steps(probe, results.get(number)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      side.shutdownNow();
    }
    return tried;
  }

  private List<Tried> steps(ChannelProbe probe, Future<List<Tried>> result)
      throws InterruptedException {
    try {
      return result.get();
    } catch (CancellationException e) {
      return failed(probe, "no answer within " + most.toSeconds() + " s");
    } catch (ExecutionException e) {
      return failed(probe, String.valueOf(e.getCause()));
    }
  }

  private static List<Tried> failed(ChannelProbe probe, String why) {
    return List.of(
        Tried.bad(
            Tried.Step.LOGIN, new ChannelException(Problem.UNREACHABLE, probe.channelId(), why)));
  }

  private Sign sign(ChannelProbe probe, List<Tried> steps, Optional<ChannelUse> last) {
    String id = probe.channelId();
    Optional<ChannelException> problem =
        steps.stream().flatMap(step -> step.problem().stream()).findFirst();
    if (problem.isPresent()) {
      return new Sign(
          id,
          Sign.State.WRONG,
          texts ->
              texts.say(
                  "doctor.channel.wrong", ChannelWords.of(probe.partner(), problem.get(), texts)));
    }
    Optional<ChannelUse> trouble = last.filter(use -> use.problem().isPresent());
    if (trouble.isPresent()) {
      return formerly(id, trouble.get());
    }
    Optional<Instant> until = steps.stream().flatMap(step -> step.until().stream()).findFirst();
    String found =
        steps.stream()
            .map(Tried::detail)
            .filter(detail -> !detail.isBlank())
            .collect(Collectors.joining("  "));
    if (until.filter(end -> end.isBefore(now.plus(EXPIRING_DAYS, ChronoUnit.DAYS))).isPresent()) {
      long days = ChronoUnit.DAYS.between(now, until.get());
      return Sign.hint(
          id, "channel.expiring", id, found, MachineSigns.TIME.format(until.get()), days);
    }
    return Sign.ok(id, "channel", id, found);
  }

  /**
   * It can be reached now, but it did not work when it was last used. What a try cannot find, such
   * as a full mailbox, stays wrong until the channel has worked again.
   */
  private static Sign formerly(String id, ChannelUse use) {
    boolean passing =
        use.problem()
            .filter(name -> List.of("UNREACHABLE", "BROKEN_OFF").contains(name))
            .isPresent();
    return new Sign(
        id,
        passing ? Sign.State.HINT : Sign.State.WRONG,
        texts ->
            texts.say(
                "doctor.channel.formerly",
                MachineSigns.TIME.format(use.checkedAt()),
                ChannelWords.of(use, texts)));
  }
}
