package xinglin.schemas.authoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.definition.Entry;

/**
 * A kind of definition with the keys it may have.
 *
 * @param id for example {@code form}; its JSON Schema is {@code form.schema.json}
 * @param files which files are of this kind, relative to {@code config}
 * @param parts groups of keys by name
 * @param by key that decides which keys the items under {@code inside} need
 */
public record DefinitionKind(
    String id,
    String files,
    KeyGroup root,
    Map<String, KeyGroup> parts,
    List<Case> cases,
    Optional<String> by,
    Optional<String> inside) {

  /**
   * Keys that an item needs and may have when another key holds one of these words.
   *
   * @param when words
   */
  record Case(List<String> when, List<String> must, List<String> may) {
    static Case read(Entry entry) {
      Case read = new Case(entry.texts("when"), entry.texts("must"), entry.texts("may"));
      entry.done();
      return read;
    }
  }

  /**
   * @param shared groups and cases that several kinds use
   */
  static DefinitionKind read(Entry entry, Entry shared) {
    Map<String, KeyGroup> parts = new LinkedHashMap<>();
    for (Entry source : List.of(shared, entry)) {
      source
          .find("parts")
          .ifPresent(
              groups ->
                  groups
                      .keys()
                      .forEach(
                          name ->
                              groups
                                  .find(name)
                                  .ifPresent(group -> parts.put(name, KeyGroup.read(group)))));
    }
    DefinitionKind kind =
        new DefinitionKind(
            entry.text("kind"),
            entry.text("files"),
            KeyGroup.read(entry),
            parts,
            shared.list("cases").stream().map(Case::read).toList(),
            entry.findText("by"),
            entry.findText("inside"));
    entry.flag("cases", false);
    entry.done();
    shared.done();
    return kind;
  }

  KeyGroup part(String name) {
    return Optional.ofNullable(parts.get(name))
        .orElseThrow(() -> new IllegalArgumentException("Cannot find group of keys: " + name));
  }
}
