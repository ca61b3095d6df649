package xinglin.schemas.authoring;

import java.util.List;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.finding.Wording;

/**
 * Keys that stand together.
 *
 * @param needsOne one of these must be there
 * @param onlyOne no two of these may be there
 */
record KeyGroup(Wording words, List<Key> keys, List<String> needsOne, List<String> onlyOne) {

  static KeyGroup read(Entry entry) {
    Entry keys = entry.get("keys");
    KeyGroup group =
        new KeyGroup(
            new Wording(entry.text("zh"), entry.text("en")),
            keys.keys().stream()
                .map(name -> keys.find(name).map(key -> Key.read(name, key)).orElseThrow())
                .toList(),
            entry.texts("needs_one"),
            entry.texts("only_one"));
    return group;
  }

  /** The same without some of its keys. */
  KeyGroup without(List<String> names) {
    return new KeyGroup(
        words,
        keys.stream().filter(key -> !names.contains(key.name())).toList(),
        needsOne,
        onlyOne);
  }
}
