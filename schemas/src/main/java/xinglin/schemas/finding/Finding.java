package xinglin.schemas.finding;

import java.util.Map;
import java.util.Objects;

/**
 * One problem in what somebody sent. Data, never an exception. Its texts come from the declaration
 * of its code in {@code checks/}.
 *
 * @param code public and stable, for example {@code TOTAL_MISMATCH}
 * @param severity decides the verdict
 * @param sheet as the sender sees it; empty for CSV or for the file as a whole
 * @param cell A1 or P3; empty for the file as a whole
 * @param measureId the measure or register column concerned; empty if none
 * @param message one sentence, where and what, in Chinese
 * @param messageEn the same in English
 * @param verbatim text as sent; masked where the column is restricted, and numbers of people always
 * @param expected what would be right; empty if unknown
 * @param arguments the values behind the texts, by name
 */
public record Finding(
    String code,
    Severity severity,
    String sheet,
    String cell,
    String measureId,
    String message,
    String messageEn,
    String verbatim,
    String expected,
    Map<String, String> arguments) {

  public Finding {
    Objects.requireNonNull(code);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(sheet);
    Objects.requireNonNull(cell);
    Objects.requireNonNull(measureId);
    Objects.requireNonNull(message);
    Objects.requireNonNull(messageEn);
    Objects.requireNonNull(verbatim);
    Objects.requireNonNull(expected);
    message = Discreet.text(message);
    messageEn = Discreet.text(messageEn);
    verbatim = Discreet.text(verbatim);
    arguments = Map.copyOf(arguments);
  }
}
