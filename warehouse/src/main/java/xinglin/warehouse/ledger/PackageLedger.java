package xinglin.warehouse.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import xinglin.warehouse.ledger.PackageEntry.Content;
import xinglin.warehouse.ledger.PackageEntry.Direction;
import xinglin.warehouse.ledger.PackageEntry.State;

/** Which packages came and went, and the answers to them. Each call is one transaction. */
public final class PackageLedger {
  private final LedgerSql sql;

  public PackageLedger(StateDatabase database) {
    this.sql = new LedgerSql(database.dataSource());
  }

  /** Books packages as they are now. */
  public void put(List<PackageEntry> entries) {
    sql.transaction(
        work -> {
          entries.forEach(entry -> work.update("package_put", values(entry)));
          return entries.size();
        });
  }

  /** Books a package of ours together with the file that waits to be sent, in one transaction. */
  public void made(PackageEntry entry, Answer sealed) {
    sql.transaction(
        work -> {
          work.update("package_put", values(entry));
          return work.update(
              "answer",
              sealed.answerId(),
              sealed.deliveryId(),
              sealed.kind(),
              sealed.path(),
              sealed.createdAt().toEpochMilli());
        });
  }

  /**
   * How many seals of a package of ours still wait to be sent.
   *
   * @param prefix {@code <partner>/<package>.}, with which their outbox entries begin
   */
  public long unsent(String prefix) {
    return sql.transaction(work -> work.number("outbox_of_package", prefix));
  }

  /** Books packages of ours as sent whose parcels were; returns how many. */
  public int settleSent() {
    return sql.transaction(work -> work.update("package_settle_sent"));
  }

  public Optional<PackageEntry> find(String packageId) {
    return list("package_find", packageId).stream().findFirst();
  }

  /** Packages of one stream by number, then receipt. */
  public List<PackageEntry> stream(
      Direction direction, String sender, String receiver, String profile) {
    return list("package_stream", direction.code(), sender, receiver, profile);
  }

  /** What a run decided about, in the order of receipt. */
  public List<PackageEntry> ofRun(String runId) {
    return list("package_of_run", runId);
  }

  /** Packages in one state, in the order of receipt. */
  public List<PackageEntry> inState(Direction direction, State state) {
    return list("package_in_state", direction.code(), state.code());
  }

  /** All packages of ours, in the order in which they were made. */
  public List<PackageEntry> sent() {
    return list("package_sent");
  }

  /** All packages, in the order of receipt. */
  public List<PackageEntry> all() {
    return list("package_all");
  }

  /** Forgets what was received, for a rebuild; the answers were given and stay. */
  public void forgetReceived() {
    sql.transaction(work -> work.update("package_forget"));
  }

  /** Books answers; one that is there stays as it is. */
  public void answer(List<PackageAnswer> answers) {
    sql.transaction(
        work -> {
          for (PackageAnswer answer : answers) {
            work.update(
                "package_answer_put",
                answer.packageId(),
                answer.kind(),
                answer.at().toEpochMilli(),
                answer.text(),
                answer.signature());
          }
          return answers.size();
        });
  }

  /** The answers to a package, in their order. */
  public List<PackageAnswer> answers(String packageId) {
    return sql.transaction(
        work ->
            work.list(
                "package_answers",
                row ->
                    new PackageAnswer(
                        packageId, row.text(1), row.time(2), row.text(3), row.text(4)),
                packageId));
  }

  /** All answers, package by package. */
  public List<PackageAnswer> allAnswers() {
    return sql.transaction(
        work ->
            work.list(
                "package_answers_all",
                row ->
                    new PackageAnswer(
                        row.text(1), row.text(2), row.time(3), row.text(4), row.text(5))));
  }

  private List<PackageEntry> list(String statement, Object... values) {
    return sql.transaction(work -> work.list(statement, PackageLedger::read, values));
  }

  private static Object[] values(PackageEntry entry) {
    Optional<Content> content = entry.content();
    return new Object[] {
      entry.packageId(),
      entry.direction().code(),
      entry.partnerId(),
      entry.name(),
      entry.fileSha256(),
      entry.bytes(),
      entry.receivedAt().toEpochMilli(),
      entry.state().code(),
      content.map(Content::sender),
      content.map(Content::receiver),
      content.map(Content::profile),
      content.map(Content::sequence),
      content.map(Content::digest),
      content.flatMap(Content::previous),
      content.map(Content::manifest),
      entry.code(),
      entry.issue(),
      entry.turnAt().map(Instant::toEpochMilli),
      entry.sameAs(),
      entry.dataId(),
      entry.runId()
    };
  }

  private static PackageEntry read(LedgerSql.Row row) throws SQLException {
    Optional<Content> content =
        row.findText(9).isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Content(
                    row.text(9),
                    row.text(10),
                    row.text(11),
                    Math.toIntExact(row.number(12)),
                    row.text(13),
                    row.findText(14),
                    row.text(15)));
    return new PackageEntry(
        row.text(1),
        Direction.valueOf(row.text(2).toUpperCase(Locale.ROOT)),
        row.text(3),
        row.text(4),
        row.text(5),
        row.number(6),
        row.time(7),
        State.valueOf(row.text(8).toUpperCase(Locale.ROOT)),
        content,
        row.findText(16),
        row.findText(17),
        row.findTime(18),
        row.findText(19),
        row.findText(20),
        row.findText(21));
  }
}
