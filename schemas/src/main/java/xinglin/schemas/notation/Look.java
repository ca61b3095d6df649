package xinglin.schemas.notation;

/**
 * What formatting says about text and plain characters do not: crossed out, raised, lowered. It is
 * written into the characters, so that whoever reads them sees what the sender saw and nobody takes
 * 12 crossed out and 15 for 1215, or 41 with a note mark for 411.
 */
public record Look(boolean struck, boolean raised, boolean lowered) {
  public static final Look PLAIN = new Look(false, false, false);

  private static final char STROKE = '\u0336';
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";

  /** The text as it looks: a stroke through each character, small digits for raised ones. */
  public String shown(String text) {
    String small = raised ? digits(text, RAISED) : lowered ? digits(text, LOWERED) : text;
    return struck ? through(small) : small;
  }

  private static String digits(String text, String small) {
    StringBuilder shown = new StringBuilder(text.length());
    for (char here : text.toCharArray()) {
      shown.append(here >= '0' && here <= '9' ? small.charAt(here - '0') : here);
    }
    return shown.toString();
  }

  /** The text with a stroke through each of its characters, white space left alone. */
  public static String through(String text) {
    StringBuilder struck = new StringBuilder(text.length() * 2);
    text.codePoints()
        .forEach(
            point -> {
              struck.appendCodePoint(point);
              if (!Character.isWhitespace(point) && point != STROKE) {
                struck.append(STROKE);
              }
            });
    return struck.toString();
  }

  public static boolean isStruck(String text) {
    return text.indexOf(STROKE) >= 0;
  }
}
