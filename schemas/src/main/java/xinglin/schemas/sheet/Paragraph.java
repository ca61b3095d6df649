package xinglin.schemas.sheet;

import java.util.Objects;

/**
 * One paragraph of a Word file.
 *
 * @param number one-based; its address is {@code 正文!P3}
 * @param text as sent
 */
public record Paragraph(int number, String text) implements Block {
  public static final String SHEET = "正文";

  public Paragraph {
    Objects.requireNonNull(text);
  }

  @Override
  public String sheet() {
    return SHEET;
  }

  public String address() {
    return "P" + number;
  }
}
