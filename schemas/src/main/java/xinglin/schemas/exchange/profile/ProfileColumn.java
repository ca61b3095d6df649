package xinglin.schemas.exchange.profile;

import java.util.List;
import java.util.OptionalInt;
import xinglin.schemas.definition.Entry;

/**
 * A column of a profile.
 *
 * @param code as it stands in the header line
 * @param most characters a text may have
 * @param values that a text may have, if only some
 * @param personal whether it is empty unless identities are given plainly
 * @param masked whether it names a natural person by surname only unless identities are plain
 * @param checkCharacter what kind of number with a check character it holds, empty if none
 */
public record ProfileColumn(
    String code,
    String zh,
    String en,
    Type type,
    boolean required,
    OptionalInt most,
    List<String> values,
    boolean personal,
    boolean masked,
    String checkCharacter) {

  public ProfileColumn {
    values = List.copyOf(values);
  }

  /** What its cells hold; section 4 of the specification says how each is written. */
  public enum Type {
    TEXT,
    AMOUNT,
    NUMBER,
    DATE,
    FLAG,
    DIVISION,
    HASH
  }

  static ProfileColumn read(Entry entry) {
    int most = entry.number("most", 0);
    return new ProfileColumn(
        entry.text("code"),
        entry.text("zh"),
        entry.text("en"),
        entry.choice("type", Type.class, Type.TEXT),
        entry.flag("required", false),
        most > 0 ? OptionalInt.of(most) : OptionalInt.empty(),
        entry.texts("values"),
        entry.flag("personal", false),
        entry.flag("masked", false),
        entry.text("check", ""));
  }
}
