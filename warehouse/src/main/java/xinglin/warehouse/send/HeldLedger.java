package xinglin.warehouse.send;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xinglin.warehouse.ledger.LedgerSql;
import xinglin.warehouse.ledger.StateDatabase;

/** How many records each region is not told, by reason, as of the last night. */
public final class HeldLedger {
  private final LedgerSql sql;

  public HeldLedger(StateDatabase database) {
    this.sql = new LedgerSql(database.dataSource());
  }

  /** Records of one agreement that were held back for one reason. */
  public record Held(String partnerId, String profile, String reason, long records) {}

  /** Replaces the counts of one agreement. */
  public void put(String partnerId, String profile, Map<String, Long> counts, Instant at) {
    sql.transaction(
        work -> {
          work.update("held_forget", partnerId, profile);
          for (Map.Entry<String, Long> one : counts.entrySet()) {
            work.update(
                "held_put", partnerId, profile, one.getKey(), one.getValue(), at.toEpochMilli());
          }
          return counts.size();
        });
  }

  /** All counts, by partner, profile and reason. */
  public List<Held> all() {
    return sql.transaction(
        work ->
            work.list(
                "held_all", row -> new Held(row.text(1), row.text(2), row.text(3), row.number(4))));
  }

  /** Counts of one agreement by reason. */
  public Map<String, Long> of(String partnerId, String profile) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Held one : all()) {
      if (one.partnerId().equals(partnerId) && one.profile().equals(profile)) {
        counts.put(one.reason(), one.records());
      }
    }
    return counts;
  }
}
