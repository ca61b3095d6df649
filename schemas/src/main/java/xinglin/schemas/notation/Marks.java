package xinglin.schemas.notation;

import java.util.Set;
import java.util.regex.Pattern;
import xinglin.schemas.value.Labels;

/** Marks that stand where a value should: not applicable, none. */
final class Marks {
  private static final Pattern DASHES = Pattern.compile("[/\\\\\\-–—―─━‐‑‒−_ーˉ]+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
  private static final Set<String> NOT_APPLICABLE =
      Set.of("不适用", "n/a", "na", "不涉及", "无此项", "无此情况", "无此类", "无需填写", "不需填写");
  private static final Set<String> NONE =
      Set.of("无", "没有", "暂无", "未发生", "未发现", "未开展", "均无", "全无", "nil", "none");

  private Marks() {}

  /** Text without white space, folded, in lower case. */
  static String plain(String text) {
    return INVISIBLE.matcher(Labels.fold(text)).replaceAll("").toLowerCase(java.util.Locale.ROOT);
  }

  /** {@code /}, {@code —}, 不适用. */
  static boolean isNotApplicable(String plain) {
    return DASHES.matcher(plain).matches() || NOT_APPLICABLE.contains(plain);
  }

  /** 无, 没有: zero in a number, not applicable in a date, a word in a text. */
  static boolean isNone(String plain) {
    return NONE.contains(plain);
  }
}
