package xinglin.schemas.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Problems;

/** All forms this home knows, by id. */
public final class Forms {
  private final Map<String, FormDefinition> byId;

  private Forms(Map<String, FormDefinition> byId) {
    this.byId = byId;
  }

  /** Reads {@code forms/*.yaml}; mistakes go to {@code problems}. */
  public static Forms load(DefinitionFiles files, FormVocabulary vocabulary, Problems problems) {
    Map<String, FormDefinition> byId = new TreeMap<>();
    for (Entry entry : files.entries("forms", problems)) {
      FormDefinition form = new FormParser(entry, vocabulary).parse();
      if (byId.put(form.formId(), form) != null) {
        entry.problem("form", "form \"" + form.formId() + "\" is defined twice");
      }
    }
    return new Forms(byId);
  }

  public Collection<FormDefinition> list() {
    return List.copyOf(byId.values());
  }

  public Optional<FormDefinition> find(String formId) {
    return Optional.ofNullable(byId.get(formId));
  }

  /** Throws IllegalArgumentException for an unknown id. */
  public FormDefinition get(String formId) {
    return find(formId)
        .orElseThrow(() -> new IllegalArgumentException("Cannot find form: " + formId));
  }
}
