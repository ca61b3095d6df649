package xinglin.schemas.recognise;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.form.FormDefinition;

/**
 * What was recognised in a file.
 *
 * @param forms in reading order
 * @param nearest if none: the form that came nearest, and what it lacks
 */
public record Recognition(List<FoundForm> forms, Optional<Nearest> nearest) {
  public Recognition {
    forms = List.copyOf(forms);
  }

  /** A form that was not recognised although some of its words are there. */
  public record Nearest(FormDefinition form, List<String> missing) {
    public Nearest {
      missing = List.copyOf(missing);
    }
  }
}
