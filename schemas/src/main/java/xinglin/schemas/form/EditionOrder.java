package xinglin.schemas.form;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Editions from old to new: numbers by their value, so that 9 comes before 10 and 2024 before
 * 2024-2.
 */
public final class EditionOrder implements Comparator<String> {
  private static final Pattern PIECE = Pattern.compile("\\d{1,18}|\\D+");

  @Override
  public int compare(String older, String newer) {
    Matcher left = PIECE.matcher(older);
    Matcher right = PIECE.matcher(newer);
    while (true) {
      boolean hasLeft = left.find();
      boolean hasRight = right.find();
      if (!hasLeft || !hasRight) {
        return Boolean.compare(hasLeft, hasRight);
      }
      int order = piece(left.group(), right.group());
      if (order != 0) {
        return order;
      }
    }
  }

  private static int piece(String left, String right) {
    boolean numbers = Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0));
    return numbers
        ? Long.compare(Long.parseLong(left), Long.parseLong(right))
        : left.compareTo(right);
  }
}
