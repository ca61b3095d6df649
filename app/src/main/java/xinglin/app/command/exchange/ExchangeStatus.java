package xinglin.app.command.exchange;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.app.assembly.Clocks;
import xinglin.app.terminal.Texts;
import xinglin.jobs.exchange.IssueJson;
import xinglin.jobs.exchange.returned.Resends;
import xinglin.jobs.exchange.stream.StreamState;
import xinglin.schemas.check.CheckCatalogue;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.finding.Finding;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.PackageAnswer;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.ledger.returned.PackageReturn;
import xinglin.warehouse.ledger.returned.Resend;
import xinglin.warehouse.ledger.returned.ReturnLedger;
import xinglin.warehouse.ledger.returned.SentRequest;

/**
 * What the operator has to know about packages: numbers that are missing, packages of ours without
 * answers or refused, answers and requests that were wrong. Empty where nothing is exchanged.
 */
public final class ExchangeStatus {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(Clocks.ZONE);
  private static final int MOST = 20;
  private final Home home;
  private final Texts texts;
  private final Instant now;
  private final PackageLedger packages;
  private final ReturnLedger returns;
  private final Map<String, Long> resent;
  private final HeldBack held;

  /**
   * @param now decides which packages are overdue
   */
  public ExchangeStatus(Home home, StateDatabase database, Texts texts, Instant now) {
    this.home = home;
    this.texts = texts;
    this.now = now;
    this.packages = new PackageLedger(database);
    this.returns = new ReturnLedger(database);
    this.held = new HeldBack(database);
    this.resent =
        returns.resends().stream()
            .filter(resend -> resend.sentAt().isPresent())
            .collect(Collectors.groupingBy(Resend::packageId, Collectors.counting()));
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (StreamState stream : StreamState.waiting(packages)) {
      lines.add(
          texts.say(
              "exchange.gap",
              stream.partner(),
              stream.id().profile(),
              stream.missing().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(texts.say("list.separator"))),
              DAY.format(stream.since()),
              stream.waiting(),
              requests(stream).size()));
    }
    List<PackageEntry> open = unanswered();
    open.stream().filter(this::isOverdue).limit(MOST).map(this::line).forEach(lines::add);
    long inTime = open.stream().filter(entry -> !isOverdue(entry)).count();
    if (inTime > 0) {
      lines.add(texts.say("exchange.open", inTime));
    }
    for (PackageEntry entry : refused()) {
      lines.add(
          texts.say(
              "exchange.refused", entry.partnerId(), entry.name(), reason(entry.packageId())));
    }
    for (PackageReturn one : unread()) {
      lines.add(
          texts.say(
              "exchange.unread",
              one.partnerId(),
              one.packageId().orElse(""),
              DAY.format(one.receivedAt()),
              title(one.code().orElse(""))));
    }
    for (PackageReturn one : wrong()) {
      lines.add(
          texts.say(
              "exchange.wrong",
              one.partnerId(),
              one.name(),
              DAY.format(one.receivedAt()),
              sentence(one)));
    }
    lines.addAll(held.lines(texts));
    return lines;
  }

  private String line(PackageEntry entry) {
    List<PackageAnswer> answers = packages.answers(entry.packageId());
    String last = answers.isEmpty() ? "none" : answers.get(answers.size() - 1).kind();
    return texts.say(
        "exchange.overdue",
        entry.partnerId(),
        entry.name(),
        DAY.format(entry.receivedAt()),
        texts.say("exchange.answer." + last),
        resent.getOrDefault(entry.packageId(), 0L));
  }

  /** For programs. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("gaps", StreamState.waiting(packages).stream().map(this::gap).toList());
    json.put("unanswered", unanswered().stream().map(this::ours).toList());
    json.put("refused", refused().stream().map(this::ours).toList());
    json.put("unread", unread().stream().map(this::returned).toList());
    json.put("wrong", wrong().stream().map(this::returned).toList());
    json.put("held_back", held.rows());
    return json;
  }

  private Map<String, Object> gap(StreamState stream) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("partner", stream.partner());
    row.put("stream", stream.id().text());
    row.put("missing", stream.missing());
    row.put("since", time(stream.since()));
    row.put("waiting", stream.waiting());
    row.put("understood", stream.understood());
    row.put("requested_at", requests(stream).stream().map(one -> time(one.at())).toList());
    return row;
  }

  private Map<String, Object> ours(PackageEntry entry) {
    List<PackageAnswer> answers = packages.answers(entry.packageId());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("package", entry.name());
    row.put("partner", entry.partnerId());
    row.put("state", entry.state().code());
    row.put("made_at", time(entry.receivedAt()));
    row.put("overdue", isOverdue(entry));
    row.put("answers", answers.stream().map(PackageAnswer::kind).toList());
    row.put("sent_again", resent.getOrDefault(entry.packageId(), 0L));
    return row;
  }

  private Map<String, Object> returned(PackageReturn one) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("delivery", one.deliveryId());
    row.put("partner", one.partnerId());
    row.put("file_name", one.name());
    row.put("received_at", time(one.receivedAt()));
    row.put("package", one.packageId().orElse(null));
    row.put("code", one.code().orElse(null));
    row.put("message", one.issue().isPresent() ? sentence(one) : title(one.code().orElse("")));
    return row;
  }

  private List<SentRequest> requests(StreamState stream) {
    return returns
        .requests(stream.id().sender(), stream.id().receiver(), stream.id().profile())
        .stream()
        .filter(request -> !request.at().isBefore(stream.since()))
        .toList();
  }

  private List<PackageEntry> unanswered() {
    return packages.sent().stream().filter(Resends::isUnanswered).toList();
  }

  private List<PackageEntry> refused() {
    return packages.sent().stream()
        .filter(entry -> entry.state() == PackageEntry.State.REFUSED)
        .toList();
  }

  /** Files of packages about which nothing better was said since. */
  private List<PackageReturn> unread() {
    return returns.inState(PackageReturn.State.UNREAD_THERE, MOST).stream()
        .filter(
            one ->
                one.packageId().flatMap(packages::find).filter(Resends::isUnanswered).isPresent())
        .toList();
  }

  private List<PackageReturn> wrong() {
    return returns.inState(PackageReturn.State.WRONG, MOST);
  }

  private boolean isOverdue(PackageEntry entry) {
    return !entry.receivedAt().plus(Resends.PATIENCE).isAfter(now);
  }

  /** Why the partner refused a package, in its own words. */
  private String reason(String packageId) {
    return packages.answers(packageId).stream()
        .flatMap(answer -> Refusals.find(answer.text(), texts.english()).stream())
        .collect(Collectors.joining());
  }

  private String sentence(PackageReturn one) {
    return one.issue()
        .map(text -> catalogue().finding(IssueJson.read(text)))
        .map(this::message)
        .orElse("");
  }

  private String message(Finding finding) {
    return texts.english() ? finding.messageEn() : finding.message();
  }

  private String title(String code) {
    return catalogue()
        .find(code)
        .map(check -> texts.english() ? check.title().en() : check.title().zh())
        .orElse(code);
  }

  /** Read only if there is something to be said. */
  private CheckCatalogue catalogue() {
    return CheckCatalogue.load(DefinitionFiles.load(Optional.of(home.config())), new Problems());
  }

  private static String time(Instant instant) {
    return instant.atZone(Clocks.ZONE).toOffsetDateTime().toString();
  }
}
