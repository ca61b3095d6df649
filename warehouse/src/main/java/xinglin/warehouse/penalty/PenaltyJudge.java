package xinglin.warehouse.penalty;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.exchange.PenaltyLayouts;
import xinglin.schemas.exchange.PenaltySheet;
import xinglin.schemas.exchange.RowsUnreadableException;
import xinglin.schemas.exchange.SentFile;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.seal.PartyKey;

/**
 * Reads and judges sheets of penalty records, each in a database of its own that spills to scratch
 * space: memory does not grow with the rows. Thread safe.
 */
public final class PenaltyJudge {
  private static final Logger LOG = LoggerFactory.getLogger(PenaltyJudge.class);
  private static final int MEMORY_MEGABYTES = 512;
  private static final int THREADS = 2;
  private static final Pattern QUOTED = Pattern.compile("(?s)[\"'\\n].*|[0-9]{6,}|\\p{IsHan}+");
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
    if (sheet.rows() instanceof SentFile file) {
      try {
        return judge(sheet, context, stage -> stage.take(file));
      } catch (RecordsUnreadableException e) {
        LOG.info("Read row by row, for the database cannot read it whole: {}", e.getMessage());
      }
    }
    return judge(sheet, context, stage -> stage.take(sheet.rows()));
  }

  /** Brings the rows of a sheet in. */
  private interface Taking {
    void into(PenaltyStage stage) throws SQLException, IOException;
  }

  private PenaltyRecords judge(PenaltySheet sheet, PenaltyContext context, Taking rows) {
    Scratch scratch = open(sheet.rows().areMany());
    try {
      PenaltyStage stage = new PenaltyStage(scratch, definitions, sheet.found());
      stage.prepare(context, key.get());
      rows.into(stage);
      scratch.run("record_text");
      stage.readOddTexts();
      scratch.make("record");
      scratch.make("issue");
      scratch.make("verdict");
      return new PenaltyRecords(scratch, sheet, context, definitions, findings);
    } catch (IOException e) {
      close(scratch, e);
      throw new DeliveryException(
          "Cannot read penalty records: " + e.getMessage(), DeliveryException.Retry.SAFE, e);
    } catch (SQLException e) {
      close(scratch, e);
      throw failure(e);
    } catch (RowsUnreadableException e) {
      close(scratch, e);
      throw new RecordsUnreadableException(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      close(scratch, e);
      throw e;
    }
  }

  /**
   * A full disk is nobody's row. Messages of the database quote rows: what is quoted is left out.
   */
  private static RuntimeException failure(SQLException e) {
    String said = String.valueOf(e.getMessage());
    String plain = "Cannot judge penalty records: " + QUOTED.matcher(said).replaceAll("…");
    if (said.startsWith("IO Error") || said.startsWith("Out of Memory")) {
      return new DeliveryException(plain, DeliveryException.Retry.SAFE, e);
    }
    RecordsUnreadableException failure = new RecordsUnreadableException(plain);
    failure.setStackTrace(e.getStackTrace());
    return failure;
  }

  private Scratch open(boolean large) {
    try {
      return Scratch.open(temporary, MEMORY_MEGABYTES, large ? THREADS : 1, large);
    } catch (SQLException | IOException e) {
      throw new DeliveryException(
          "Cannot open a database in " + temporary, DeliveryException.Retry.SAFE, e);
    }
  }

  private static void close(Scratch scratch, Exception because) {
    try {
      scratch.close();
    } catch (SQLException | IOException e) {
      because.addSuppressed(e);
    }
  }
}
