package xinglin.jobs.answer;

import java.time.Clock;
import java.util.function.Function;
import xinglin.jobs.open.Limits;

/**
 * What answers need to know.
 *
 * @param formTitle title of a form by its id
 * @param threads marked copies written at the same time
 */
public record AnswerSettings(
    Clock clock, Function<String, String> formTitle, Limits limits, int threads) {}
