package xinglin.warehouse.lead;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.exchange.SentRows;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.statement.DuckDb;

/**
 * Judges the records of packages of leads in sets, each package in a database of its own. Thread
 * safe.
 */
public final class LeadJudge {
  private static final int MEMORY_MEGABYTES = 256;
  private final Path temporary;
  private final Definitions definitions;
  private final Profile profile;
  private final Function<Issue, Finding> findings;

  /**
   * @param temporary scratch space
   * @param profile of leads
   * @param findings the catalogue of checks
   */
  public LeadJudge(
      Path temporary, Definitions definitions, Profile profile, Function<Issue, Finding> findings) {
    this.temporary = temporary;
    this.definitions = definitions;
    this.profile = profile;
    this.findings = findings;
  }

  /**
   * Judges all records of a data part. The answer holds its database and must be closed.
   *
   * @param rows without the header line
   * @throws DeliveryException if the disk fails
   */
  public LeadRecords judge(SentRows rows, LeadContext context) {
    try {
      DuckDb duckDb = DuckDb.open(temporary, MEMORY_MEGABYTES, 1);
      boolean done = false;
      try {
        new LeadStage(duckDb, profile).take(rows, context, definitions.checks().list());
        LeadRecords records = new LeadRecords(duckDb, profile, context, definitions, findings);
        done = true;
        return records;
      } finally {
        if (!done) {
          duckDb.close();
        }
      }
    } catch (SQLException | IOException e) {
      throw new DeliveryException("Cannot judge leads", DeliveryException.Retry.SAFE, e);
    }
  }
}
