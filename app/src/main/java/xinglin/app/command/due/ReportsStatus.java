package xinglin.app.command.due;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import xinglin.app.assembly.Clocks;
import xinglin.app.terminal.Texts;
import xinglin.warehouse.query.ReportState;
import xinglin.warehouse.query.ReportState.State;

/** Expected reports that are late, missing or returned, by campaign and form. */
public final class ReportsStatus {
  private static final List<State> OPEN = List.of(State.MISSING, State.RETURNED, State.LATE);
  private static final int MOST_NAMES = 8;
  private final Map<String, List<ReportState>> campaigns;
  private final LocalDate today;
  private final Texts texts;

  /**
   * @param published folder of the published runs
   */
  public ReportsStatus(Path published, LocalDate today, Texts texts) {
    this.campaigns =
        ReportState.list(published).stream()
            .collect(
                Collectors.groupingBy(
                    ReportState::campaignId, LinkedHashMap::new, Collectors.toList()));
    this.today = today;
    this.texts = texts;
  }

  /** For people: one line for each campaign and each of its forms of which something is open. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    campaigns.forEach(
        (id, reports) -> {
          Map<State, Long> counts = counts(reports);
          if (OPEN.stream().noneMatch(counts::containsKey)) {
            return;
          }
          String title = texts.english() ? id : reports.get(0).campaignTitle() + "（" + id + "）";
          lines.add(texts.say("reports.campaign", title, reports.size(), words(counts)));
          reports.stream()
              .filter(this::isOpen)
              .collect(Collectors.groupingBy(this::form, LinkedHashMap::new, Collectors.toList()))
              .forEach((form, open) -> lines.add("  " + line(form, open)));
        });
    return lines;
  }

  private String form(ReportState report) {
    String kind = report.documentKind();
    if (!kind.isEmpty()) {
      return texts.bundle().containsKey("document." + kind) ? texts.say("document." + kind) : kind;
    }
    return texts.english() ? report.formId() : report.formTitle();
  }

  /** The names of the latest due day; of those before how many. */
  private String line(String form, List<ReportState> open) {
    LocalDate due =
        open.stream().map(ReportState::dueOn).max(Comparator.naturalOrder()).orElse(today);
    List<ReportState> latest = open.stream().filter(one -> one.dueOn().equals(due)).toList();
    List<String> parts = new ArrayList<>();
    for (State state : OPEN) {
      List<String> names =
          latest.stream()
              .filter(one -> one.on(today) == state)
              .map(ReportState::divisionName)
              .toList();
      if (!names.isEmpty()) {
        parts.add(texts.say("report.state." + state.code()) + " " + names(names));
      }
    }
    String line =
        texts.say(
            "reports.form",
            form,
            due.toString(),
            String.join(texts.say("reports.semicolon"), parts));
    List<ReportState> before = open.stream().filter(one -> !one.dueOn().equals(due)).toList();
    long days = before.stream().map(ReportState::dueOn).distinct().count();
    return before.isEmpty()
        ? line
        : line + texts.say("reports.before", days, words(counts(before)));
  }

  private String names(List<String> names) {
    String shown =
        names.stream().limit(MOST_NAMES).collect(Collectors.joining(texts.say("reports.names")));
    return names.size() > MOST_NAMES ? texts.say("reports.more", shown, names.size()) : shown;
  }

  private String words(Map<State, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> texts.say("report.state." + count.getKey().code()) + " " + count.getValue())
        .collect(Collectors.joining(texts.say("list.separator")));
  }

  private Map<State, Long> counts(List<ReportState> reports) {
    Map<State, Long> counts = new EnumMap<>(State.class);
    reports.forEach(report -> counts.merge(report.on(today), 1L, Long::sum));
    return counts;
  }

  private boolean isOpen(ReportState report) {
    return OPEN.contains(report.on(today));
  }

  /** For programs: how many by campaign, and every report that is late, missing or returned. */
  public Map<String, Object> json() {
    List<Object> totals = new ArrayList<>();
    campaigns.forEach(
        (id, reports) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("campaign_id", id);
          row.put("title", reports.get(0).campaignTitle());
          row.put("expected", reports.size());
          Map<State, Long> counts = counts(reports);
          for (State state : State.values()) {
            row.put(state.code(), counts.getOrDefault(state, 0L));
          }
          totals.add(row);
        });
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("campaigns", totals);
    json.put(
        "open",
        campaigns.values().stream()
            .flatMap(List::stream)
            .filter(this::isOpen)
            .map(this::row)
            .toList());
    return json;
  }

  private Map<String, Object> row(ReportState report) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("campaign_id", report.campaignId());
    row.put("form_id", report.formId());
    row.put("document_kind", report.documentKind());
    row.put("division_code", report.divisionCode());
    row.put("division_name", report.divisionName());
    row.put("period_start", report.periodStart().toString());
    row.put("period_end", report.periodEnd().toString());
    row.put("due_on", report.dueOn().toString());
    row.put(
        "received_at",
        report
            .receivedAt()
            .map(at -> at.atZone(Clocks.ZONE).toOffsetDateTime().toString())
            .orElse(null));
    row.put("state", report.on(today).code());
    return row;
  }
}
