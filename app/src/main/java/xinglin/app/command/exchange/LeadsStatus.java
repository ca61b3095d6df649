package xinglin.app.command.exchange;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xinglin.app.terminal.Texts;
import xinglin.jobs.exchange.lead.LeadBook;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.query.RequestsDue;
import xinglin.warehouse.query.RequestsDue.Due;

/** Requests of other regions that wait for us, and ours that wait for them, by their due dates. */
public final class LeadsStatus {
  private static final int MOST = 20;
  private final List<Due> due;
  private final Texts texts;
  private final LocalDate today;

  /**
   * The published file, which takes a while to open, is asked only if leads were ever exchanged.
   */
  public LeadsStatus(Home home, StateDatabase database, Texts texts, LocalDate today) {
    this.due =
        exchanged(new PackageLedger(database))
            ? RequestsDue.list(home.published(), today)
            : List.of();
    this.texts = texts;
    this.today = today;
  }

  private static boolean exchanged(PackageLedger packages) {
    return packages.all().stream()
        .flatMap(entry -> entry.content().stream())
        .anyMatch(content -> content.profile().equals(LeadBook.PROFILE));
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (boolean ours : new boolean[] {false, true}) {
      long overdue = due.stream().filter(one -> one.ours() == ours && days(one) < 0).count();
      long soon = due.stream().filter(one -> one.ours() == ours && days(one) >= 0).count();
      if (overdue + soon > 0) {
        lines.add(texts.say(ours ? "leads.ours" : "leads.theirs", overdue, soon));
        due.stream()
            .filter(one -> one.ours() == ours)
            .limit(MOST)
            .map(this::line)
            .forEach(lines::add);
      }
    }
    return lines;
  }

  private String line(Due one) {
    return texts.say(
        days(one) < 0 ? "leads.overdue" : "leads.soon",
        one.region(),
        texts.say("leads.asked." + one.asked()),
        one.leadId(),
        one.replyDue().toString(),
        Math.abs(days(one)));
  }

  private long days(Due one) {
    return ChronoUnit.DAYS.between(today, one.replyDue());
  }

  /** For programs. */
  public List<Map<String, Object>> json() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Due one : due) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("asked_by", one.ours() ? "ours" : "theirs");
      row.put("region", one.region());
      row.put("lead_id", one.leadId());
      row.put("asked", one.asked());
      row.put("reply_due", one.replyDue().toString());
      row.put("days_left", days(one));
      rows.add(row);
    }
    return rows;
  }
}
