package xinglin.schemas.codelist;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Words for sums of money and what they are worth in yuan. */
final class MoneyUnits {
  private static final Map<String, BigDecimal> SCALES =
      Map.ofEntries(
          Map.entry("元", BigDecimal.ONE),
          Map.entry("圆", BigDecimal.ONE),
          Map.entry("块", BigDecimal.ONE),
          Map.entry("人民币", BigDecimal.ONE),
          Map.entry("人民币元", BigDecimal.ONE),
          Map.entry("百元", new BigDecimal("100")),
          Map.entry("千元", new BigDecimal("1000")),
          Map.entry("万", new BigDecimal("10000")),
          Map.entry("万元", new BigDecimal("10000")),
          Map.entry("万圆", new BigDecimal("10000")),
          Map.entry("人民币万元", new BigDecimal("10000")),
          Map.entry("十万元", new BigDecimal("100000")),
          Map.entry("百万元", new BigDecimal("1000000")),
          Map.entry("千万元", new BigDecimal("10000000")),
          Map.entry("亿", new BigDecimal("100000000")),
          Map.entry("亿元", new BigDecimal("100000000")));

  private MoneyUnits() {}

  static Optional<BigDecimal> scale(String word) {
    return Optional.ofNullable(SCALES.get(word));
  }
}
