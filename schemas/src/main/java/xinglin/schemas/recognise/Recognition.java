package xinglin.schemas.recognise;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.form.FormDefinition;

/**
 * What was recognised in a file.
 *
 * @param forms in reading order
 * @param nearest if none: the form that came nearest, and what it lacks
 * @param unread figures beside the forms that nobody reads
 */
public record Recognition(
    List<FoundForm> forms, Optional<Nearest> nearest, List<UnreadPlace> unread) {
  public Recognition {
    forms = List.copyOf(forms);
    unread = List.copyOf(unread);
  }

  Recognition(List<FoundForm> forms, Optional<Nearest> nearest) {
    this(forms, nearest, List.of());
  }

  /** A form that was not recognised although some of its words are there. */
  public record Nearest(FormDefinition form, List<String> missing) {
    public Nearest {
      missing = List.copyOf(missing);
    }
  }
}
