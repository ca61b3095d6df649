package xinglin.schemas.sheet;

import java.util.List;
import java.util.Objects;

/**
 * One paragraph of a Word file or a PDF.
 *
 * @param sheet {@code 正文}, or {@code 页眉} and {@code 页脚} for what stands above and below each page,
 *     {@code 文本框} for text boxes of a .doc
 * @param number one-based; its address is {@code 正文!P3}
 * @param text as sent
 */
public record Paragraph(String sheet, int number, String text) implements Block {
  public static final String SHEET = "正文";
  public static final String HEADER = "页眉";
  public static final String FOOTER = "页脚";
  public static final String TEXT_BOXES = "文本框";

  public Paragraph {
    Objects.requireNonNull(sheet);
    Objects.requireNonNull(text);
  }

  /** A paragraph of the body. */
  public Paragraph(int number, String text) {
    this(SHEET, number, text);
  }

  /** Whether addresses on this sheet are those of paragraphs. */
  public static boolean isSheet(String sheet) {
    return List.of(SHEET, HEADER, FOOTER, TEXT_BOXES).contains(sheet);
  }

  public String address() {
    return "P" + number;
  }
}
