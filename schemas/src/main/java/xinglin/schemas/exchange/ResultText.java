package xinglin.schemas.exchange;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.value.Labels;

/**
 * Amounts out of the result of a penalty (处罚结果, 处罚内容): 没收违法所得人民币980元，罚款人民币伍万元整. A sum that is told
 * for both together (没收违法所得及罚款 151676) stays a sum; nothing is split.
 */
final class ResultText {
  private static final String NUMERAL =
      "([0-9][0-9,]*(?:\\.[0-9]+)?\\s*(?:[百千万亿]*元|[百千万亿])?|"
          + "[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬億圆元角分整正]+)";
  private static final String BEFORE = "[^0-9，,。;；、]{0,12}?";
  private static final Pattern SUM =
      Pattern.compile(
          "(?:没收(?:的)?违法所得(?:[、和及与并处]+(?:没收非法财物[、和及与并处]*)?)+罚款|罚没款?|罚款[、和及与]+没收违法所得)(?:金额|合计|共计|总计|共)*"
              + "[:：]?(?:人民币|计)*"
              + NUMERAL);
  private static final Pattern FINE =
      Pattern.compile("罚款(?!.{0,4}(?:违法所得))(?:金额|合计|共计|共)*[:：]?(?:人民币|计)*" + NUMERAL);
  private static final Pattern GAIN =
      Pattern.compile(
          "没收(?:其|的|当事人)*(?:违法所得|非法所得|非法财物|违法财物)(?:金额|合计|共计|共)*[:：]?(?:人民币|计)*" + BEFORE + NUMERAL);

  private ResultText() {}

  static TextReading read(String text, Amounts amounts) {
    String plain = Labels.fold(text).replaceAll("\\s+", "");
    Optional<BigDecimal> total = find(SUM, plain, amounts);
    String rest = total.isPresent() ? SUM.matcher(plain).replaceAll("") : plain;
    return new TextReading(
        Optional.empty(),
        find(FINE, rest, amounts),
        find(GAIN, rest, amounts),
        total,
        Optional.empty());
  }

  /** How a numeral becomes yuan. */
  interface Amounts {
    Optional<BigDecimal> yuan(String numeral);
  }

  /** Several of one kind, as with several parties in one decision, are not added up: unknown. */
  private static Optional<BigDecimal> find(Pattern pattern, String text, Amounts amounts) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String numeral = matcher.group(1);
    return matcher.find() ? Optional.empty() : amounts.yuan(numeral);
  }
}
