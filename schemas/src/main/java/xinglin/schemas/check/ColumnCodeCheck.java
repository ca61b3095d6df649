package xinglin.schemas.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.finding.Wording;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.value.Value;

/**
 * ID_CHECK_DIGIT (GB 11643) and CREDIT_CODE_CHECK (GB 32100): numbers that carry their own check
 * character.
 */
record ColumnCodeCheck(Kind kind, String column) implements FormCheck {

  @Override
  public List<Issue> run(CheckInput input) {
    return input.lines().stream().flatMap(line -> check(line, input).stream()).toList();
  }

  private Optional<Issue> check(RegisterLine line, CheckInput input) {
    Optional<Value> value = Optional.ofNullable(line.values().get(column));
    String text = value.map(Value::verbatim).orElse("").strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return kind.fault(text)
        .map(
            reason ->
                Datum.of(line, column, value.orElseThrow())
                    .issue(kind.name(), input)
                    .sent(kind.shown(text))
                    .with("reason", reason.zh())
                    .with("reason_en", reason.en()));
  }

  /** The two standards. */
  enum Kind {
    ID_CHECK_DIGIT {
      private static final String CHECK = "10X98765432";
      private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");

      @Override
      Optional<Wording> fault(String text) {
        if (!FORM.matcher(text).matches()) {
          return Optional.of(LENGTH);
        }
        try {
          LocalDate.of(
              Integer.parseInt(text.substring(6, 10)),
              Integer.parseInt(text.substring(10, 12)),
              Integer.parseInt(text.substring(12, 14)));
        } catch (DateTimeException e) {
          return Optional.of(new Wording("出生日期不存在", "no such birth date"));
        }
        int sum = 0;
        for (int at = 0; at < 17; at++) {
          sum += (text.charAt(at) - '0') * ((1 << (17 - at)) % 11);
        }
        return CHECK.charAt(sum % 11) == text.charAt(17) ? Optional.empty() : Optional.of(LAST);
      }

      /** A number of a person: enough to find it again, not enough to use it. */
      @Override
      String shown(String text) {
        return text.length() < 6
            ? "***"
            : text.substring(0, 3)
                + "*".repeat(text.length() - 5)
                + text.substring(text.length() - 2);
      }
    },
    CREDIT_CODE_CHECK {
      private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

      @Override
      Optional<Wording> fault(String text) {
        if (text.length() != 18) {
          return Optional.of(LENGTH);
        }
        int sum = 0;
        int weight = 1;
        for (int at = 0; at < 17; at++) {
          int digit = LETTERS.indexOf(text.charAt(at));
          if (digit < 0) {
            return Optional.of(new Wording("含有不允许的字符", "a character that is not allowed"));
          }
          sum += digit * weight;
          weight = weight * 3 % 31;
        }
        return LETTERS.charAt((31 - sum % 31) % 31) == text.charAt(17)
            ? Optional.empty()
            : Optional.of(LAST);
      }

      @Override
      String shown(String text) {
        return text;
      }
    };

    private static final Wording LENGTH = new Wording("位数不对", "wrong length");
    private static final Wording LAST = new Wording("末位校验码不符", "wrong last character");

    /** What is wrong with a number; empty if it is right. */
    abstract Optional<Wording> fault(String text);

    /** The number as a finding may show it. */
    abstract String shown(String text);
  }
}
