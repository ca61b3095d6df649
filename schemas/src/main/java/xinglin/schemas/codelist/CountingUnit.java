package xinglin.schemas.codelist;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import xinglin.schemas.value.Labels;

/**
 * What is counted. Two units never add up: 户 (places) and 户次 (visits to places) are different
 * things.
 *
 * @param name canonical word, for example 户次, 元, %; empty for text measures
 * @param synonyms further words a sender may use for it, for example 名 for 人
 */
public record CountingUnit(String name, Set<String> synonyms) {
  private static final String YUAN = "元";
  private static final String PERCENT = "%";
  private static final Pattern PER_TIME = Pattern.compile("([/／]|每)[年月季]$");

  /** Of text measures. */
  public static final CountingUnit NONE = new CountingUnit("", Set.of());

  public CountingUnit {
    synonyms = Set.copyOf(synonyms);
  }

  public boolean isMoney() {
    return name.equals(YUAN);
  }

  public boolean isPercent() {
    return name.equals(PERCENT);
  }

  /** The same unit that understands more words: a measure may have its own. */
  public CountingUnit withSynonyms(Set<String> more) {
    Set<String> all = new TreeSet<>(synonyms);
    all.addAll(more);
    return new CountingUnit(name, all);
  }

  /**
   * By what a number under this word is multiplied to be in this unit: 万元 is 10000 yuan, 比例 (a
   * share of one) 100 per cent, 万份 10000 份; 个/年 is 个. Empty if the word is foreign. A text measure
   * knows no foreign words.
   */
  public Optional<BigDecimal> scaleOf(String word) {
    if (word.equals(name)) {
      return Optional.of(BigDecimal.ONE);
    }
    String plain = Labels.normalise(PER_TIME.matcher(word).replaceFirst(""));
    if (isMoney()) {
      return MoneyUnits.scale(plain);
    }
    if (isPercent()) {
      return switch (plain) {
        case "%", "百分比", "百分数", "百分点" -> Optional.of(BigDecimal.ONE);
        case "比例", "率", "小数" -> Optional.of(new BigDecimal("100"));
        case "‰" -> Optional.of(new BigDecimal("0.1"));
        default -> Optional.empty();
      };
    }
    if (name.isEmpty() || isKnown(plain)) {
      return Optional.of(BigDecimal.ONE);
    }
    return plain.length() > 1 && isKnown(plain.substring(1))
        ? MoneyUnits.scale(plain.substring(0, 1) + YUAN)
        : Optional.empty();
  }

  private boolean isKnown(String plain) {
    return plain.equals(Labels.normalise(name))
        || synonyms.stream().anyMatch(other -> Labels.normalise(other).equals(plain));
  }
}
