package xinglin.warehouse.penalty;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.exchange.FoundLayout;
import xinglin.schemas.exchange.PenaltyLayouts;
import xinglin.schemas.exchange.PenaltySheet;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.seal.PartyKey;
import xinglin.warehouse.statement.DuckDb;

/**
 * Reads and judges sheets of penalty records, each in a database of its own that spills to scratch
 * space: memory does not grow with the rows. Thread safe.
 */
public final class PenaltyJudge {
  private static final int MEMORY_MEGABYTES = 512;
  private static final int THREADS = 2;
  private static final Pattern QUOTED = Pattern.compile("[\"'][^\"']*[\"']|[0-9]{6,}");
  private final Path temporary;
  private final Definitions definitions;
  private final Function<Issue, Finding> findings;
  private final Supplier<PartyKey> key;

  /**
   * @param temporary scratch space
   * @param findings the catalogue of checks
   * @param key of the home; asked for only when there are records
   */
  public PenaltyJudge(
      Path temporary,
      Definitions definitions,
      Function<Issue, Finding> findings,
      Supplier<PartyKey> key) {
    this.temporary = temporary;
    this.definitions = definitions;
    this.findings = findings;
    this.key = key;
  }

  /** What makes a sheet one of penalty records. */
  public PenaltyLayouts layouts() {
    return definitions.exchange().layouts();
  }

  /**
   * Reads and judges all rows of a sheet. The answer holds its database and must be closed.
   *
   * @throws DeliveryException if the disk fails
   * @throws RecordsUnreadableException if it fails over what the rows hold
   */
  public PenaltyRecords judge(PenaltySheet sheet, PenaltyContext context) {
    DuckDb duckDb = open();
    try {
      FoundLayout found = sheet.found();
      PenaltyStage stage = new PenaltyStage(duckDb, definitions, found);
      stage.prepare(context, key.get());
      stage.take(sheet.rows());
      duckDb.run("exchange/record_text.sql");
      stage.readOddTexts();
      duckDb.run("exchange/record.sql");
      duckDb.run("exchange/issue.sql");
      duckDb.run("exchange/verdict.sql");
      return new PenaltyRecords(duckDb, sheet, context, definitions, findings);
    } catch (IOException e) {
      close(duckDb, e);
      throw new DeliveryException(
          "Cannot read penalty records: " + e.getMessage(), DeliveryException.Retry.SAFE, e);
    } catch (SQLException e) {
      close(duckDb, e);
      throw failure(e);
    } catch (RuntimeException e) {
      close(duckDb, e);
      throw e;
    }
  }

  /**
   * A full disk is nobody's row. Messages of the database quote rows: what is quoted is left out.
   */
  private static RuntimeException failure(SQLException e) {
    String said = String.valueOf(e.getMessage());
    String plain = "Cannot judge penalty records: " + QUOTED.matcher(said).replaceAll("'…'");
    if (said.startsWith("IO Error") || said.startsWith("Out of Memory")) {
      return new DeliveryException(plain, DeliveryException.Retry.SAFE, e);
    }
    RecordsUnreadableException failure = new RecordsUnreadableException(plain);
    failure.setStackTrace(e.getStackTrace());
    return failure;
  }

  private DuckDb open() {
    try {
      return DuckDb.open(temporary, MEMORY_MEGABYTES, THREADS);
    } catch (SQLException e) {
      throw new DeliveryException(
          "Cannot open a database in " + temporary, DeliveryException.Retry.SAFE, e);
    }
  }

  private static void close(DuckDb duckDb, Exception because) {
    try {
      duckDb.close();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }
}
