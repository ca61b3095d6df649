package xinglin.jobs.mark.page;

import java.time.LocalDate;
import java.util.Optional;
import xinglin.schemas.finding.Language;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.value.Period;

/**
 * What the first sheet of a marked copy says beside the findings.
 *
 * @param fileName as sent
 * @param verdict worst of the file's forms
 * @param form title of the form, empty if unrecognised
 * @param reporter name of the reporting unit, empty if unknown
 * @param dueOn last day on which the campaign takes this report; empty if it names none
 * @param checkedOn day of the check
 * @param language of the answer
 */
public record Summary(
    String fileName,
    Verdict verdict,
    String form,
    String reporter,
    Optional<Period> period,
    Optional<LocalDate> dueOn,
    LocalDate checkedOn,
    Language language) {}
