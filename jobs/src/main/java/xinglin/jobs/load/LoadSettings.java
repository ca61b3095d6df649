package xinglin.jobs.load;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import xinglin.jobs.answer.AnswerSettings;
import xinglin.jobs.exchange.lead.LeadReading;
import xinglin.jobs.open.Limits;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.warehouse.decide.JudgedSubmission;
import xinglin.warehouse.judge.JudgingRules;
import xinglin.warehouse.penalty.PenaltyJudge;

/**
 * What a load needs to know.
 *
 * @param definitions digest of the definitions in force
 * @param accumulation period, cumulative or snapshot, by form id
 * @param formTitle title of a submission's form, in the edition that was sent
 * @param dueOn last day on which a campaign takes a submission, if one names it
 * @param judging what is asked of history, in the words of the catalogue of checks
 * @param threads files read at the same time
 * @param partners who may send
 * @param registeredOnly whether files of others are quarantined; mail messages of others always are
 * @param penalties reads sheets of penalty records
 * @param leads reads records of leads of partner regions
 */
public record LoadSettings(
    Clock clock,
    String definitions,
    Function<String, String> accumulation,
    Function<JudgedSubmission, String> formTitle,
    Function<JudgedSubmission, Optional<LocalDate>> dueOn,
    JudgingRules judging,
    DocumentReader reader,
    Limits limits,
    int threads,
    Partners partners,
    boolean registeredOnly,
    PenaltyJudge penalties,
    LeadReading leads) {

  /** The catalogue of checks. */
  Function<Issue, Finding> findings() {
    return judging.findings();
  }

  AnswerSettings answerSettings() {
    return new AnswerSettings(clock, formTitle, dueOn, limits, threads);
  }
}
