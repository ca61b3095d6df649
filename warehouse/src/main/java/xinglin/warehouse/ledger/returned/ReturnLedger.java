package xinglin.warehouse.ledger.returned;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.warehouse.ledger.LedgerSql;
import xinglin.warehouse.ledger.PackageAnswer;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.ledger.returned.PackageReturn.Kind;
import xinglin.warehouse.ledger.returned.PackageReturn.State;

/**
 * What came back for packages of ours, which of them are sent again, and what we asked for. Each
 * call is one transaction.
 */
public final class ReturnLedger {
  private final LedgerSql sql;

  public ReturnLedger(StateDatabase database) {
    this.sql = new LedgerSql(database.dataSource());
  }

  public Optional<PackageReturn> find(String deliveryId) {
    return sql
        .transaction(work -> work.list("return_find", ReturnLedger::read, deliveryId))
        .stream()
        .findFirst();
  }

  /** Books something that has no further consequence. */
  public void put(PackageReturn one) {
    sql.transaction(work -> put(work, one));
  }

  /** Books answers to a package of ours: they replace those that are there. */
  public void answered(PackageReturn one, List<PackageAnswer> answers, PackageEntry.State state) {
    String packageId = one.packageId().orElseThrow();
    sql.transaction(
        work -> {
          work.update("package_answers_drop", packageId);
          for (PackageAnswer answer : answers) {
            work.update(
                "package_answer_put",
                packageId,
                answer.kind(),
                answer.at().toEpochMilli(),
                answer.text(),
                answer.signature());
          }
          work.update("package_state", state.code(), packageId);
          return put(work, one);
        });
  }

  /** Books a request with the packages that are sent again because of it. */
  public void asked(PackageReturn one, List<String> packageIds) {
    sql.transaction(
        work -> {
          packageIds.forEach(
              packageId -> due(work, packageId, one.receivedAt(), Resend.Reason.ASKED));
          return put(work, one);
        });
  }

  /** Files that count for nothing, newest first. */
  public List<PackageReturn> inState(State state, int limit) {
    return sql.transaction(
        work -> work.list("return_in_state", ReturnLedger::read, state.code(), limit));
  }

  /** Books that a package falls due because nobody answered. */
  public void unanswered(String packageId, Instant at) {
    sql.transaction(work -> due(work, packageId, at, Resend.Reason.UNANSWERED));
  }

  /** Every time that a package was to be sent again, in order. */
  public List<Resend> resends() {
    return sql.transaction(
        work ->
            work.list(
                "resends",
                row ->
                    new Resend(
                        row.text(1),
                        row.time(2),
                        Resend.Reason.valueOf(row.text(3).toUpperCase(Locale.ROOT)),
                        row.findTime(4))));
  }

  /** A package is on its way again: whatever was due for it is done. */
  public void resent(String packageId, Instant at) {
    sql.transaction(work -> work.update("resend_done", at.toEpochMilli(), packageId));
  }

  /** Books a request of ours. */
  public void requested(SentRequest request) {
    sql.transaction(
        work ->
            work.update(
                "request_put",
                request.sender(),
                request.receiver(),
                request.profile(),
                request.at().toEpochMilli(),
                request.missing().stream().map(String::valueOf).collect(Collectors.joining(","))));
  }

  /** Requests of ours about one stream, oldest first. */
  public List<SentRequest> requests(String sender, String receiver, String profile) {
    return sql.transaction(
        work ->
            work.list(
                "requests",
                row ->
                    new SentRequest(
                        sender,
                        receiver,
                        profile,
                        row.time(1),
                        Arrays.stream(row.text(2).split(",")).map(Integer::valueOf).toList()),
                sender,
                receiver,
                profile));
  }

  private static int due(
      LedgerSql.Transaction work, String packageId, Instant at, Resend.Reason reason) {
    return work.update("resend_due", packageId, at.toEpochMilli(), reason.code());
  }

  private static int put(LedgerSql.Transaction work, PackageReturn one) {
    return work.update(
        "return_put",
        one.deliveryId(),
        one.partnerId(),
        one.kind().code(),
        one.name(),
        one.receivedAt().toEpochMilli(),
        one.state().code(),
        one.packageId(),
        one.code(),
        one.issue(),
        one.runId());
  }

  private static PackageReturn read(LedgerSql.Row row) throws SQLException {
    return new PackageReturn(
        row.text(1),
        row.text(2),
        Kind.valueOf(row.text(3).toUpperCase(Locale.ROOT)),
        row.text(4),
        row.time(5),
        State.valueOf(row.text(6).toUpperCase(Locale.ROOT)),
        row.findText(7),
        row.findText(8),
        row.findText(9),
        row.text(10));
  }
}
