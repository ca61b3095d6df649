package xinglin.warehouse.ledger;

import java.time.Instant;
import java.util.List;

/** How the channels of partners did when they were last used. Each call is one transaction. */
public final class ChannelLedger {
  private final LedgerSql sql;

  public ChannelLedger(StateDatabase database) {
    this.sql = new LedgerSql(database.dataSource());
  }

  /** Books how a channel did; when it last worked stays known. */
  public void book(ChannelUse use) {
    sql.transaction(
        work ->
            work.update(
                "channel_used",
                use.channelId(),
                use.partnerId(),
                use.checkedAt().toEpochMilli(),
                use.workedAt().map(Instant::toEpochMilli),
                use.problem(),
                use.details()));
  }

  /** All channels that were ever used. */
  public List<ChannelUse> list() {
    return sql.transaction(
        work ->
            work.list(
                "channels",
                row ->
                    new ChannelUse(
                        row.text(1),
                        row.text(2),
                        row.time(3),
                        row.findTime(4),
                        row.findText(5),
                        row.text(6))));
  }
}
