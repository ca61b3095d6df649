package xinglin.app.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.command.due.ReportsStatus;
import xinglin.app.command.exchange.ExchangeStatus;
import xinglin.app.command.exchange.LeadsStatus;
import xinglin.app.command.release.ReleasesStatus;
import xinglin.app.command.waive.WaiversStatus;
import xinglin.app.terminal.ChannelWords;
import xinglin.app.terminal.TextTable;
import xinglin.app.terminal.Texts;
import xinglin.jobs.release.Releases;
import xinglin.jobs.waive.Waivers;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.ChannelLedger;
import xinglin.warehouse.ledger.ChannelUse;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.Run;
import xinglin.warehouse.ledger.StateDatabase;

/**
 * For the operator: runs, deliveries with senders and file names, what waits. Reads the ledger
 * only.
 */
@Command(name = "status", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(Clocks.ZONE);
  private static final int RUNS = 5;
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--limit", paramLabel = "N", descriptionKey = "status.limit")
  private int limit = 20;

  @Override
  public Integer call() {
    Home folder = Home.open(home.folder());
    StateDatabase database = StateDatabase.open(folder);
    Ledger ledger = new Ledger(database);
    List<ChannelUse> channels = new ChannelLedger(database).list();
    PrintWriter out = spec.commandLine().getOut();
    OpenAnswers answers = new OpenAnswers(database, home.texts());
    ExchangeStatus exchange =
        new ExchangeStatus(folder, database, home.texts(), Clocks.ofEnvironment().instant());
    LocalDate today = LocalDate.ofInstant(Clocks.ofEnvironment().instant(), Clocks.ZONE);
    LeadsStatus leads = new LeadsStatus(folder, database, home.texts(), today);
    ReportsStatus reports = new ReportsStatus(folder.published(), today, home.texts());
    ReleasesStatus releases = new ReleasesStatus(new Releases(folder, ledger), home.texts());
    WaiversStatus waivers = new WaiversStatus(new Waivers(ledger).list(), today, home.texts());
    if (json.asked()) {
      Map<String, Object> status = asJson(ledger, channels, answers);
      status.put("exchange", exchange.json());
      status.put("leads", leads.json());
      status.put("reports", reports.json());
      status.put("releases", releases.json());
      status.put("waivers", waivers.json());
      out.println(JsonOption.write(status));
    } else {
      print(out, home.texts(), ledger, channels, answers);
      exchange.lines().forEach(out::println);
      leads.lines().forEach(out::println);
      reports.lines().forEach(out::println);
      releases.lines().forEach(out::println);
      waivers.lines().forEach(out::println);
    }
    return Exit.DONE.code();
  }

  private void print(
      PrintWriter out, Texts texts, Ledger ledger, List<ChannelUse> channels, OpenAnswers answers) {
    TextTable runs =
        new TextTable(
            List.of(
                texts.say("table.run"),
                texts.say("table.start"),
                texts.say("table.state"),
                texts.say("table.published")));
    for (Run run : ledger.latestRuns(RUNS)) {
      runs.row(
          run.runId(),
          TIME.format(run.startedAt()),
          texts.say("run." + run.state()),
          run.published().orElse(""));
    }
    runs.lines().forEach(out::println);
    out.println();
    TextTable deliveries =
        new TextTable(
            List.of(
                texts.say("table.received"),
                texts.say("table.partner"),
                texts.say("table.sender"),
                texts.say("table.file"),
                texts.say("table.outcome")));
    for (Delivery delivery : ledger.latestDeliveries(limit)) {
      var arrival = delivery.envelope().arrival();
      deliveries.row(
          TIME.format(arrival.receivedAt()),
          arrival.partner(),
          sender(delivery),
          (arrival.parentDeliveryId().isPresent() ? "└ " : "") + arrival.fileName(),
          texts.say("outcome." + outcome(delivery)));
    }
    deliveries.lines().forEach(out::println);
    out.println();
    quarantined(out, texts, ledger.quarantined(limit));
    channels.stream()
        .filter(use -> use.problem().isPresent() && !answers.tells(use))
        .forEach(use -> out.println(ChannelWords.of(use, texts)));
    Map<String, Long> counts = new LinkedHashMap<>();
    ledger.countOutcomes().forEach((state, count) -> counts.merge(state, count, Long::sum));
    out.println(
        texts.say("status.deliveries")
            + counts.entrySet().stream()
                .map(entry -> texts.say("outcome." + entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(texts.say("list.separator"))));
    answers.lines().forEach(out::println);
    out.println(texts.say("status.waiting", ledger.waiting(), answers.waiting()));
  }

  private static void quarantined(PrintWriter out, Texts texts, List<Delivery> held) {
    if (held.isEmpty()) {
      return;
    }
    out.println(texts.say("status.quarantined"));
    TextTable table =
        new TextTable(
            List.of(
                texts.say("table.delivery"),
                texts.say("table.received"),
                texts.say("table.sender"),
                texts.say("table.subject"),
                texts.say("table.file"),
                texts.say("table.held")));
    for (Delivery delivery : held) {
      var arrival = delivery.envelope().arrival();
      table.row(
          delivery.envelope().deliveryId(),
          TIME.format(arrival.receivedAt()),
          arrival.sender().orElse(""),
          arrival.subject().orElse(""),
          arrival.fileName(),
          held(delivery, texts));
    }
    table.lines().forEach(out::println);
    out.println(texts.say("status.accept", held.get(0).envelope().deliveryId()));
    out.println();
  }

  /** With what the receiving server found out about it. */
  private static String sender(Delivery delivery) {
    String address = delivery.envelope().arrival().sender().orElse("");
    return delivery.authentication().map(found -> address + " (" + found + ")").orElse(address);
  }

  /** Why it is held, and what the receiving server found out about the sender. */
  private static String held(Delivery delivery, Texts texts) {
    String why =
        Arrays.stream(delivery.held().orElse("unregistered").split(","))
            .map(code -> texts.say("held." + code))
            .collect(Collectors.joining(texts.say("list.separator")));
    return delivery.authentication().map(found -> why + " (" + found + ")").orElse(why);
  }

  private Map<String, Object> asJson(
      Ledger ledger, List<ChannelUse> channels, OpenAnswers answers) {
    Map<String, Object> status = new LinkedHashMap<>();
    List<Object> runs = new ArrayList<>();
    for (Run run : ledger.latestRuns(RUNS)) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("run", run.runId());
      row.put("started_at", time(run.startedAt()));
      row.put("ended_at", run.endedAt().map(StatusCommand::time).orElse(null));
      row.put("state", run.state());
      row.put("published", run.published().orElse(null));
      runs.add(row);
    }
    status.put("runs", runs);
    status.put("deliveries", rows(ledger.latestDeliveries(limit)));
    status.put("quarantined", rows(ledger.quarantined(limit)));
    status.put("channels", channels.stream().map(this::row).toList());
    status.put("outcomes", ledger.countOutcomes());
    status.put("waiting", ledger.waiting());
    status.put("answers", answers.states());
    status.put("answers_open", answers.rows());
    return status;
  }

  private Map<String, Object> row(ChannelUse use) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("channel", use.channelId());
    row.put("partner", use.partnerId());
    row.put("checked_at", time(use.checkedAt()));
    row.put("worked_at", use.workedAt().map(StatusCommand::time).orElse(null));
    row.put("problem", use.problem().orElse(null));
    row.put("message", use.problem().isPresent() ? ChannelWords.of(use, home.texts()) : null);
    return row;
  }

  private static List<Object> rows(List<Delivery> deliveries) {
    List<Object> rows = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      var arrival = delivery.envelope().arrival();
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("delivery", delivery.envelope().deliveryId());
      row.put("inside", arrival.parentDeliveryId().orElse(null));
      row.put("received_at", time(arrival.receivedAt()));
      row.put("partner", arrival.partner());
      row.put("channel", arrival.channel());
      row.put("sender", arrival.sender().orElse(null));
      row.put("file_name", arrival.fileName());
      row.put("authentication", delivery.authentication().orElse(null));
      row.put("held", delivery.held().orElse(null));
      row.put("outcome", outcome(delivery));
      rows.add(row);
    }
    return rows;
  }

  private static String outcome(Delivery delivery) {
    return delivery.outcome().orElse(delivery.state().name().toLowerCase(Locale.ROOT));
  }

  private static String time(Instant instant) {
    return instant.atZone(Clocks.ZONE).toOffsetDateTime().toString();
  }
}
