package xinglin.schemas.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import xinglin.schemas.codelist.CountingUnit;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.State;

/** What is written in any notation reads back as the same number. */
class NumeralPropertiesTest {
  private static final CountingUnit YUAN = new CountingUnit("元", java.util.Set.of());
  private static final String LOWER = "零一二三四五六七八九十百千";
  private static final String CAPITAL = "零壹贰叁肆伍陆柒捌玖拾佰仟";

  @Property(tries = 300)
  void lowerNumerals(@ForAll @LongRange(min = 0, max = 9_999_999_999_999_999L) long number) {
    assertReads(number, chinese(number, LOWER));
  }

  @Property(tries = 300)
  void lowerNumeralsOfEverydaySize(@ForAll @LongRange(min = 0, max = 200_000) long number) {
    assertReads(number, chinese(number, LOWER));
    assertReads(number, chinese(number, LOWER).replaceFirst("^一十", "十"));
  }

  @Property(tries = 300)
  void capitalNumeralsWithYuan(@ForAll @LongRange(min = 0, max = 999_999_999_999L) long number) {
    Reading reading =
        NumberReader.read(
            Cell.ofText(0, 0, chinese(number, CAPITAL) + "元整"), YUAN, Optional.of("万元"));
    assertEquals(new BigDecimal(number), reading.value().number().orElseThrow());
  }

  @Property(tries = 300)
  void fullWidth(@ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long number) {
    StringBuilder wide = new StringBuilder();
    Long.toString(number).chars().forEach(c -> wide.append((char) (c - '!' + '！')));
    assertReads(number, wide.toString());
  }

  @Property(tries = 300)
  void thousandsSeparators(@ForAll @LongRange(min = 0, max = 9_999_999_999_999L) long number) {
    assertReads(number, String.format(java.util.Locale.ROOT, "%,d", number));
  }

  @Property(tries = 300)
  void headerUnitsConvertExactly(
      @ForAll @BigRange(min = "0", max = "1000000") @Scale(6) BigDecimal number) {
    Reading wan =
        NumberReader.read(Cell.ofText(0, 0, number.toPlainString()), YUAN, Optional.of("万元"));
    BigDecimal expected = number.multiply(new BigDecimal("10000"));
    assertEquals(0, expected.compareTo(wan.value().number().orElseThrow()));
    Reading inCell =
        NumberReader.read(
            Cell.ofText(0, 0, number.toPlainString() + "万元"), YUAN, Optional.of("亿元"));
    assertEquals(0, expected.compareTo(inCell.value().number().orElseThrow()));
  }

  @Property(tries = 300)
  void noTextBreaksTheReader(@ForAll String text) {
    Reading reading = NumberReader.read(Cell.ofText(0, 0, text), YUAN, Optional.empty());
    assertEquals(text, reading.value().verbatim());
    assertEquals(
        reading.value().number().isPresent(),
        reading.value().state() == State.REPORTED || reading.value().state() == State.APPROXIMATE);
    DateReader.read(Cell.ofText(0, 0, text), Optional.empty());
  }

  private static void assertReads(long number, String text) {
    Reading reading =
        NumberReader.read(Cell.ofText(0, 0, text), CountingUnit.NONE, Optional.empty());
    assertEquals(Optional.of(new BigDecimal(number)), reading.value().number(), text);
  }

  /** As school teaches it: sections of four places, 零 for a gap. */
  static String chinese(long number, String digits) {
    if (number == 0) {
      return digits.substring(0, 1);
    }
    StringBuilder text = new StringBuilder();
    long[] sizes = {1_000_000_000_000L, 100_000_000L, 10_000L, 1L};
    String[] names = {"万", "亿", "万", ""};
    long wanYi = number / sizes[0];
    for (int i = 0; i < sizes.length; i++) {
      int section = (int) (number / sizes[i] % 10_000);
      if (section != 0) {
        if (section < 1000 && text.length() > 0) {
          text.append(digits.charAt(0));
        }
        text.append(section(section, digits)).append(names[i]);
      } else if (i == 1 && wanYi != 0) {
        text.append("亿");
      }
    }
    return text.toString();
  }

  private static String section(int section, String digits) {
    StringBuilder text = new StringBuilder();
    int[] places = {1000, 100, 10, 1};
    boolean gap = false;
    for (int i = 0; i < places.length; i++) {
      int digit = section / places[i] % 10;
      if (digit == 0) {
        gap = text.length() > 0;
        continue;
      }
      if (gap) {
        text.append(digits.charAt(0));
        gap = false;
      }
      text.append(digits.charAt(digit));
      if (places[i] > 1) {
        text.append(digits.charAt(13 - i - 1));
      }
    }
    return text.toString();
  }
}
