package xinglin.warehouse.judge;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import xinglin.warehouse.statement.DuckDb;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

/**
 * Judges candidates together with what is stored, in a database that holds both as {@code
 * candidate_submission}, {@code stored_submission}, the registers, {@code observation} and {@code
 * stated_figure}. Leaves {@code slot_member}, {@code judgement} and {@code flagged} behind.
 */
public final class Judging {
  private final DuckDb duckDb;
  private final JudgingRules rules;

  public Judging(DuckDb duckDb, JudgingRules rules) {
    this.duckDb = duckDb;
    this.rules = rules;
  }

  /** Goes through all slots with a candidate, then asks the checks in sets. */
  public void run(HistoryFindings.Sink sink) throws SQLException {
    registerLines();
    duckDb.run("checks/slotted_submission.sql");
    duckDb.run("checks/slot_member.sql");
    duckDb.run("checks/judgement_table.sql");
    duckDb.run("checks/flagged_table.sql");
    HistoryFindings history = new HistoryFindings(sink, rules);
    goThroughSlots(history);
    duckDb.run("checks/known_submission.sql");
    SetChecks.run(duckDb, rules, history);
    flag(history);
  }

  /** The lines of all registers together, those that a home declares included. */
  private void registerLines() throws SQLException {
    String each = SqlFile.read("checks/register_line.sql");
    String all =
        rules.tables().registers().stream()
            .map(table -> each.replace("{table}", table.name()))
            .collect(Collectors.joining("union all\n"));
    try (Statement statement = duckDb.connection().createStatement()) {
      statement.execute("create or replace view register_line as " + all);
    }
  }

  /** Slot by slot, in the order of receipt; one slot is in memory at a time. */
  private void goThroughSlots(HistoryFindings history) throws SQLException {
    DuckDBConnection main = (DuckDBConnection) duckDb.connection();
    try (Connection ordered = main.duplicate();
        Connection counted = main.duplicate();
        Statement statement = ordered.createStatement();
        ResultSet row = statement.executeQuery(SqlFile.read("checks/in_order.sql"));
        CumulativeDrops drops = new CumulativeDrops(counted, rules);
        DuckDBAppender judgements = main.createAppender("main", "judgement")) {
      Slot slot = new Slot("", rules);
      while (StreamedRows.next(row)) {
        Member member = Member.read(row);
        if (!member.slot().equals(slot.name())) {
          slot = new Slot(member.slot(), rules);
        }
        Optional<Slot.Judgement> judgement = slot.next(member, drops.of(member));
        if (judgement.isPresent()) {
          judgements.beginRow();
          judgements.append(member.submissionId());
          judgements.append(judgement.get().verdict().code());
          judgements.append(judgement.get().sameAs());
          judgements.append(judgement.get().formerId());
          judgements.endRow();
          for (var issue : judgement.get().issues()) {
            history.add(member.submissionId(), issue);
          }
        }
      }
    }
  }

  private void flag(HistoryFindings history) throws SQLException {
    DuckDBConnection main = (DuckDBConnection) duckDb.connection();
    try (DuckDBAppender flagged = main.createAppender("main", "flagged")) {
      for (Map.Entry<String, HistoryFindings.Tally> entry : history.tallies().entrySet()) {
        flagged.beginRow();
        flagged.append(entry.getKey());
        flagged.append(entry.getValue().errors());
        flagged.append(entry.getValue().warnings());
        flagged.endRow();
      }
    }
  }
}
