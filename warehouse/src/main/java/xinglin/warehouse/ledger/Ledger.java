package xinglin.warehouse.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.warehouse.raw.Envelope;

/**
 * What has arrived, what became of it, and which answers wait. Each call is one transaction; lists
 * of any length are one transaction too. Times have milliseconds.
 */
public final class Ledger {
  private final LedgerSql sql;

  public Ledger(StateDatabase database) {
    this.sql = new LedgerSql(database.dataSource());
  }

  /** Books new deliveries; those already known stay as they are. Returns how many were new. */
  public int receive(List<Envelope> envelopes) {
    return sql.transaction(
        work -> {
          int received = 0;
          for (Envelope envelope : envelopes) {
            if (work.update("receive", DeliveryRow.values(envelope)) > 0) {
              received++;
              long at = envelope.arrival().receivedAt().toEpochMilli();
              work.update("partner_seen", envelope.arrival().partner(), at);
            }
          }
          return received;
        });
  }

  /**
   * Books what a run found inside its deliveries; booked again it is the same. It is judged with
   * what it came in.
   */
  public void receiveInside(String runId, List<Envelope> envelopes) {
    if (envelopes.isEmpty()) {
      return;
    }
    sql.transaction(
        work -> {
          for (Envelope envelope : envelopes) {
            work.update("receive_inside", DeliveryRow.insideValues(envelope, runId));
          }
          return envelopes.size();
        });
  }

  /**
   * How much of a partner arrived since a time.
   *
   * @param addresses JSON list of its addresses in lower case
   */
  public Received receivedSince(String partner, String addresses, Instant since) {
    return sql.transaction(
        work ->
            work.list(
                    "received_since",
                    row -> new Received(row.number(1), row.number(2)),
                    since.toEpochMilli(),
                    partner,
                    addresses)
                .get(0));
  }

  /** Books who a delivery turned out to be from. */
  public void identify(Envelope envelope) {
    sql.transaction(work -> work.update("identify", DeliveryRow.identity(envelope)));
  }

  /** Books deliveries as their envelopes have them, new and known ones: the start of a rebuild. */
  public void restore(List<Envelope> envelopes) {
    receive(envelopes);
    sql.transaction(
        work -> {
          for (Envelope envelope : envelopes) {
            work.update("identify", DeliveryRow.identity(envelope));
          }
          return envelopes.size();
        });
  }

  /**
   * Books what is known of the sender of a message.
   *
   * @param authentication what the receiving server found out
   * @param held codes of why it is kept in quarantine
   */
  public void checkedSender(
      String deliveryId, Optional<String> authentication, Optional<String> held) {
    sql.transaction(work -> work.update("sender_checked", authentication, held, deliveryId));
  }

  /** Deliveries kept in quarantine because of their senders, newest first. */
  public List<Delivery> quarantined(int limit) {
    return sql.transaction(work -> work.list("quarantined", DeliveryRow::read, limit));
  }

  /**
   * Lets a quarantined delivery wait for the next run and writes the decision into the journal,
   * both or nothing. False if there is no such delivery in quarantine.
   *
   * @param kind of the decision
   * @param body of the decision, JSON
   */
  public boolean release(String deliveryId, Instant at, String kind, String body) {
    return sql.transaction(
        work -> {
          boolean released = work.update("release_quarantined", deliveryId) > 0;
          if (released) {
            work.update("decide", at.toEpochMilli(), kind, body);
          }
          return released;
        });
  }

  /**
   * Makes everything that waits the given run's, also what a run that died had claimed. Returns how
   * many deliveries the run has to judge. Called again by the same run it changes nothing.
   */
  public int claim(String runId) {
    return sql.transaction(
        work -> {
          work.update("forget_inside", runId);
          work.update("claim", runId);
          return (int) work.number("count_claimed", runId);
        });
  }

  /** How many deliveries wait for a run. */
  public long waiting() {
    return sql.transaction(work -> work.number("count_waiting"));
  }

  /** How many deliveries a run has claimed, judged or not. */
  public long countOfRun(String runId) {
    return sql.transaction(work -> work.number("count_of_run", runId));
  }

  /** How many of them arrived by themselves and not inside another one. */
  public long countArrivalsOfRun(String runId) {
    return sql.transaction(work -> work.number("count_arrivals_of_run", runId));
  }

  /**
   * A stretch of what arrived for a run, in the order of receipt; stretches stay the same while the
   * run goes on.
   */
  public List<Delivery> ofRun(String runId, long offset, long limit) {
    return sql.transaction(work -> work.list("claimed", DeliveryRow::read, runId, limit, offset));
  }

  /** Books the outcome of deliveries, by delivery id. */
  public void settle(Map<String, String> outcomes) {
    sql.transaction(
        work -> {
          outcomes.forEach((deliveryId, outcome) -> work.update("settle", outcome, deliveryId));
          return outcomes.size();
        });
  }

  public Optional<Delivery> findDelivery(String deliveryId) {
    return sql
        .transaction(work -> work.list("find_delivery", DeliveryRow::read, deliveryId))
        .stream()
        .findFirst();
  }

  /** Those of some deliveries that there are, in the order asked for. */
  public List<Delivery> deliveries(List<String> deliveryIds) {
    return sql.transaction(
        work -> {
          List<Delivery> found = new ArrayList<>();
          for (String deliveryId : deliveryIds) {
            found.addAll(work.list("find_delivery", DeliveryRow::read, deliveryId));
          }
          return found;
        });
  }

  /** What arrived last, newest first. */
  public List<Delivery> latestDeliveries(int limit) {
    return sql.transaction(work -> work.list("latest_deliveries", DeliveryRow::read, limit));
  }

  /** Number of deliveries by outcome, by state for those not judged yet. */
  public Map<String, Long> countOutcomes() {
    return sql.transaction(work -> work.counts("count_outcomes"));
  }

  /** A run begins, or is taken up again after it died. */
  public void startRun(String runId, Instant at) {
    sql.transaction(work -> work.update("run_start", runId, at.toEpochMilli()));
  }

  /**
   * A run ended.
   *
   * @param published path of what it published, if it did
   * @param result JSON
   */
  public void endRun(
      String runId, Instant at, boolean done, Optional<String> published, String result) {
    sql.transaction(
        work ->
            work.update(
                "run_end", at.toEpochMilli(), done ? "done" : "failed", published, result, runId));
  }

  /** The last runs, newest first. */
  public List<Run> latestRuns(int limit) {
    return sql.transaction(
        work ->
            work.list(
                "run_latest",
                row ->
                    new Run(
                        row.text(1),
                        row.time(2),
                        row.findTime(3),
                        row.text(4),
                        row.findText(5),
                        row.findText(6)),
                limit));
  }

  /**
   * Books what a step did; booked again it replaces.
   *
   * @param result JSON
   */
  public void endStep(String runId, Step step) {
    sql.transaction(
        work ->
            work.update(
                "step_end",
                runId,
                step.name(),
                step.startedAt().toEpochMilli(),
                step.endedAt().toEpochMilli(),
                step.result()));
  }

  /** The steps of a run in order. */
  public List<Step> steps(String runId) {
    return sql.transaction(
        work ->
            work.list(
                "steps",
                row -> new Step(row.text(1), row.time(2), row.time(3), row.text(4)),
                runId));
  }

  /** Books answers that wait; those already known stay as they are. */
  public void answer(List<Answer> answers) {
    sql.transaction(
        work -> {
          for (Answer answer : answers) {
            work.update(
                "answer",
                answer.answerId(),
                answer.deliveryId(),
                answer.kind(),
                answer.path(),
                answer.createdAt().toEpochMilli());
          }
          return answers.size();
        });
  }

  /** Answers that wait, oldest first. */
  public List<Answer> waitingAnswers(int limit) {
    return sql.transaction(
        work ->
            work.list(
                "answers_waiting",
                row -> new Answer(row.text(1), row.text(2), row.text(3), row.text(4), row.time(5)),
                limit));
  }

  /** Number of answers by state: waiting, sent. */
  public Map<String, Long> countAnswers() {
    return sql.transaction(work -> work.counts("answers_count"));
  }

  public void sent(String answerId, Instant at) {
    sql.transaction(work -> work.update("answer_sent", at.toEpochMilli(), answerId));
  }

  /** Adds a decision of a person to the journal. */
  public void decide(Instant at, String kind, String body) {
    sql.transaction(work -> work.update("decide", at.toEpochMilli(), kind, body));
  }

  /** The journal, in order. */
  public List<Decision> decisions() {
    return sql.transaction(
        work ->
            work.list(
                "decisions",
                row -> new Decision(row.number(1), row.time(2), row.text(3), row.text(4))));
  }

  /** Everyone who ever sent something. */
  public List<Partner> partners() {
    return sql.transaction(
        work ->
            work.list(
                "partners",
                row -> new Partner(row.text(1), row.time(2), row.time(3), row.number(4))));
  }
}
