package xinglin.schemas.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;

/**
 * All forms this home knows, each in one or more editions. A submission is placed by form id alone,
 * so that a later edition continues the earlier one.
 */
public final class Forms {
  private static final EditionOrder ORDER = new EditionOrder();
  private final Map<String, TreeMap<String, FormDefinition>> byId;

  private Forms(Map<String, TreeMap<String, FormDefinition>> byId) {
    this.byId = byId;
  }

  /** Reads {@code forms/*.yaml}; mistakes go to {@code problems}. */
  public static Forms load(DefinitionFiles files, FormVocabulary vocabulary, Problems problems) {
    Map<String, TreeMap<String, FormDefinition>> byId = new TreeMap<>();
    for (Entry entry : files.entries("forms", problems)) {
      FormDefinition form = new FormParser(entry, vocabulary).parse();
      TreeMap<String, FormDefinition> editions =
          byId.computeIfAbsent(form.formId(), id -> new TreeMap<>(ORDER));
      editions.values().stream().findFirst().ifPresent(first -> joins(entry, form, first, files));
      Optional<FormDefinition> same =
          Optional.ofNullable(editions.putIfAbsent(form.edition(), form));
      same.ifPresent(
          known ->
              entry.problem(
                  "edition",
                  Mistake.of(
                      "form \"{0}\", edition \"{1}\" is defined twice, first in {2}",
                      form.formId(), form.edition(), files.path(known.file()).shown())));
    }
    return new Forms(byId);
  }

  /** Editions replace each other's submissions, so what decides about that must be the same. */
  private static void joins(
      Entry entry, FormDefinition form, FormDefinition other, DefinitionFiles files) {
    if (form.accumulation() != other.accumulation()) {
      entry.problem(
          "accumulation",
          Mistake.of(
              "all editions of a form accumulate alike; {0} says {1}",
              files.path(other.file()).shown(), other.accumulation().code()));
    }
    if (!form.table().equals(other.table())) {
      entry.problem(
          "becomes",
          Mistake.of(
              "all editions of a form become the same table; {0} says {1}",
              files.path(other.file()).shown(), other.table().orElse("none")));
    }
  }

  /** What a column may say of its line beside measures: {@code part: from}. */
  public static List<String> partsOfLines() {
    return ItemParser.PARTS.stream().sorted().toList();
  }

  /** Every edition of every form, by id, the newest edition last. */
  public Collection<FormDefinition> list() {
    List<FormDefinition> all = new ArrayList<>();
    byId.values().forEach(editions -> all.addAll(editions.values()));
    return List.copyOf(all);
  }

  /** All editions of a form, the newest last; empty for an unknown id. */
  public List<FormDefinition> editions(String formId) {
    return byId.containsKey(formId) ? List.copyOf(byId.get(formId).values()) : List.of();
  }

  /** The newest edition of a form. */
  public Optional<FormDefinition> find(String formId) {
    List<FormDefinition> editions = editions(formId);
    return editions.isEmpty() ? Optional.empty() : Optional.of(editions.get(editions.size() - 1));
  }

  public Optional<FormDefinition> find(String formId, String edition) {
    return Optional.ofNullable(byId.get(formId)).map(editions -> editions.get(edition));
  }

  /** The newest edition; throws IllegalArgumentException for an unknown id. */
  public FormDefinition get(String formId) {
    return find(formId)
        .orElseThrow(() -> new IllegalArgumentException("Cannot find form: " + formId));
  }

  /** Throws IllegalArgumentException for an unknown form or edition. */
  public FormDefinition get(String formId, String edition) {
    return find(formId, edition)
        .orElseThrow(
            () -> new IllegalArgumentException("Cannot find form: " + formId + "/" + edition));
  }
}
