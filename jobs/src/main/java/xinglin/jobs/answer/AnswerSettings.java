package xinglin.jobs.answer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import xinglin.jobs.open.Limits;
import xinglin.warehouse.decide.JudgedSubmission;

/**
 * What answers need to know.
 *
 * @param formTitle title of a submission's form, in the edition that was sent
 * @param dueOn last day on which a campaign takes a submission, if one names it
 * @param threads marked copies written at the same time
 */
public record AnswerSettings(
    Clock clock,
    Function<JudgedSubmission, String> formTitle,
    Function<JudgedSubmission, Optional<LocalDate>> dueOn,
    Limits limits,
    int threads) {}
