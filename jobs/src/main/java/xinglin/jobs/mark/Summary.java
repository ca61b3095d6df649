package xinglin.jobs.mark;

import java.time.LocalDate;
import java.util.Optional;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.value.Period;

/**
 * What the first sheet of a marked copy says beside the findings.
 *
 * @param fileName as sent
 * @param verdict worst of the file's forms
 * @param form title of the form, empty if unrecognised
 * @param reporter name of the reporting unit, empty if unknown
 * @param dueOn last day for a corrected file
 * @param checkedOn day of the check
 */
public record Summary(
    String fileName,
    Verdict verdict,
    String form,
    String reporter,
    Optional<Period> period,
    Optional<LocalDate> dueOn,
    LocalDate checkedOn) {}
