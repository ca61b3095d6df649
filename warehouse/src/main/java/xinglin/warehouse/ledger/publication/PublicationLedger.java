package xinglin.warehouse.ledger.publication;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.warehouse.ledger.LedgerSql;
import xinglin.warehouse.ledger.StateDatabase;

/**
 * Publications and the values they were the first to say. Append-only: what was published stays
 * known, however often tables are computed again.
 */
public final class PublicationLedger {
  /** Columns of a change beside its publication, as table {@code indicator_change} names them. */
  public static final List<String> COLUMNS =
      List.of(
          "indicator_id",
          "window_start",
          "window_end",
          "division_code",
          "value_before",
          "value",
          "cause",
          "submission_id",
          "replaced_submission_id",
          "penalty_id",
          "waiver_ids",
          "package_id");

  private final LedgerSql sql;

  public PublicationLedger(StateDatabase database) {
    this.sql = new LedgerSql(database.dataSource());
  }

  public Optional<PublicationEntry> latest() {
    return sql.transaction(
        work ->
            work
                .list(
                    "publication_last",
                    row ->
                        new PublicationEntry(
                            row.number(1),
                            row.time(2),
                            LocalDate.parse(row.text(3)),
                            row.text(4),
                            row.text(5)))
                .stream()
                .findFirst());
  }

  /** All changes in their order, as texts by column, with publication and published_at. */
  public List<Map<String, String>> changes() {
    return sql.transaction(
        work ->
            work.list(
                "publication_changes",
                row -> {
                  Map<String, String> change = new HashMap<>();
                  change.put("publication", row.text(1));
                  change.put("published_at", row.time(2).toString());
                  for (int i = 0; i < COLUMNS.size(); i++) {
                    String column = COLUMNS.get(i);
                    row.findText(i + 3).ifPresent(text -> change.put(column, text));
                  }
                  return change;
                }));
  }

  /** Books a publication with what it is the first to say, all or nothing. */
  public void append(PublicationEntry entry, List<Map<String, String>> changes) {
    sql.transaction(
        work -> {
          work.update(
              "publication_add",
              entry.number(),
              entry.publishedAt().toEpochMilli(),
              entry.date().toString(),
              entry.run(),
              entry.rules());
          for (Map<String, String> change : changes) {
            Object[] values = new Object[COLUMNS.size() + 1];
            values[0] = entry.number();
            for (int i = 0; i < COLUMNS.size(); i++) {
              values[i + 1] = Optional.ofNullable(change.get(COLUMNS.get(i)));
            }
            work.update("publication_change_add", values);
          }
          return changes.size();
        });
  }
}
