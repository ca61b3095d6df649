package xinglin.schemas.recognise;

import java.util.Optional;
import xinglin.schemas.form.FormDefinition;

/** Tells by a title what kind of document a Word file is. */
public final class DocumentKinds {
  /** Kind of a file that is kept although its words name none. */
  public static final String OTHER = "other";

  private DocumentKinds() {}

  /** The kind whose words end the title, for example {@code summary} for …工作总结. */
  public static Optional<String> find(FormDefinition form, String title) {
    String text = title.strip().replaceAll("[）)》”\"\\s]+$", "");
    for (FormDefinition.DocumentKind kind : form.kinds()) {
      for (String word : kind.words()) {
        if (text.endsWith(word)) {
          return Optional.of(kind.kind());
        }
      }
    }
    return Optional.empty();
  }
}
