package xinglin.schemas.authoring;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.finding.Wording;

/**
 * One key that a definition may have.
 *
 * @param of vocabulary of a word
 * @param also for {@link Type#EITHER}: a further type that the value may have
 * @param part group of keys that the value, or each item of the list, has
 * @param without keys of that group that are not allowed here
 * @param by key of an item that decides which other keys it needs
 */
record Key(
    String name,
    Type type,
    boolean required,
    Optional<String> of,
    Optional<Type> also,
    Optional<String> part,
    List<String> without,
    Optional<String> by,
    Wording words,
    Optional<String> pattern,
    Optional<String> example) {

  /** What a value is. */
  enum Type {
    TEXT,
    /** One text, or a list of them. */
    TEXTS,
    FLAG,
    NUMBER,
    DATE,
    DATES,
    /** Two days, {@code 2024-04-01..2024-07-31}. */
    PERIOD,
    /** A number, or one with KiB, MiB, GiB. */
    SIZE,
    /** Texts by name. */
    MAP,
    /** Numbers by name. */
    NUMBERS,
    /** One of a vocabulary. */
    WORD,
    WORDS,
    /** A group of keys. */
    PART,
    /** A list of groups of keys. */
    LIST,
    /** A word of a vocabulary, or a group of keys. */
    EITHER
  }

  static Key read(String name, Entry entry) {
    Key key =
        new Key(
            name,
            entry.choice("is", Type.class, Type.TEXT),
            entry.flag("required", false),
            entry.findText("of"),
            entry.has("also")
                ? Optional.of(entry.choice("also", Type.class, Type.TEXT))
                : Optional.empty(),
            entry.findText("part"),
            entry.texts("without"),
            entry.findText("by"),
            new Wording(entry.text("zh"), entry.text("en")),
            entry.findText("pattern"),
            entry.findText("example"));
    entry.flag("cases", false);
    entry.done();
    return key;
  }
}
