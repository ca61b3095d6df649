package xinglin.schemas.match.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import xinglin.schemas.finding.Language;

/**
 * Two parties compared.
 *
 * @param evidence in the order name, birth date, identity number, place
 * @param bits sum of the evidence and of what was known before
 * @param outcome before anybody decided
 */
public record Comparison(List<Evidence> evidence, double bits, Outcome outcome) {

  public Comparison {
    evidence = List.copyOf(evidence);
  }

  /** From 0 to 1, two places; never 1, since nothing here is certain. */
  public BigDecimal score() {
    return BigDecimal.valueOf(share(bits)).setScale(2, RoundingMode.DOWN).min(MOST);
  }

  private static final BigDecimal MOST = new BigDecimal("0.99");

  public static double share(double bits) {
    return 1 / (1 + Math.pow(2, -bits));
  }

  /** Whether something was seen that one party does not do: have two birth dates or numbers. */
  public boolean isContradicted() {
    return evidence.stream()
        .anyMatch(
            one ->
                one.kind() == EvidenceKind.BIRTH_DIFFERENT
                    || one.kind() == EvidenceKind.IDENTITY_DIFFERENT);
  }

  /** The reasons in words; nothing personal is in them: 姓名第2字音同，出生日期相同，地址同一道路 → 0.93. */
  public String explain(MatchingRules rules, Language language) {
    return evidence.stream()
        .map(one -> rules.say(one, language))
        .collect(Collectors.joining(language == Language.ZH ? "，" : ", ", "", " → " + score()));
  }
}
