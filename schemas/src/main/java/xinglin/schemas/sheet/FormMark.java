package xinglin.schemas.sheet;

import java.util.Optional;

/**
 * The form and edition that a blank form was made for, carried by the file as a custom document
 * property. It helps to choose between forms that the words allow; it never makes a form of what
 * the words do not support.
 */
public record FormMark(String formId, String edition) {
  /** Name of the custom document property. */
  public static final String PROPERTY = "xinglin-form";

  /** Reads {@code form-id/edition}; empty for anything else. */
  public static Optional<FormMark> parse(String text) {
    int slash = text.indexOf('/');
    return slash > 0 && slash < text.length() - 1
        ? Optional.of(
            new FormMark(text.substring(0, slash).strip(), text.substring(slash + 1).strip()))
        : Optional.empty();
  }

  /** The value of the property. */
  @Override
  public String toString() {
    return formId + "/" + edition;
  }
}
