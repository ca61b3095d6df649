package xinglin.schemas.exchange.profile;

import java.util.List;
import xinglin.schemas.definition.Entry;

/**
 * A profile: what records two regions exchange under one name.
 *
 * @param id {@code yrd-pen-1}; the number is its version
 * @param data name of the data part, CSV
 * @param copy name of the optional Parquet part
 * @param key columns that say which record it is
 * @param amounts columns whose sums stand in the manifest
 * @param mostRows records that every receiver has to take
 */
public record Profile(
    String id,
    String zh,
    String en,
    String data,
    String copy,
    List<String> key,
    List<String> amounts,
    int mostRows,
    List<ProfileColumn> columns) {
  /** Column of the record's state, in every profile. */
  public static final String STATE = "YRD_STATE";

  /** What {@link #STATE} may be, in the order in which the manifest counts them. */
  public static final List<String> STATES = List.of("published", "amended", "withdrawn");

  public Profile {
    if (!columns.stream().map(ProfileColumn::code).toList().containsAll(key)
        || !columns.stream().map(ProfileColumn::code).toList().containsAll(amounts)) {
      throw new IllegalArgumentException("Cannot find key or amount column of profile " + id);
    }
    key = List.copyOf(key);
    amounts = List.copyOf(amounts);
    columns = List.copyOf(columns);
  }

  /** The cells of the header line. */
  public List<String> header() {
    return columns.stream().map(ProfileColumn::code).toList();
  }

  static Profile read(Entry entry) {
    Profile profile =
        new Profile(
            entry.text("profile"),
            entry.text("zh"),
            entry.text("en"),
            entry.text("data"),
            entry.text("copy"),
            entry.texts("key"),
            entry.texts("amounts"),
            entry.number("most_rows", 0),
            entry.list("columns").stream().map(ProfileColumn::read).toList());
    entry.get("records").text("zh");
    entry.get("records").text("en");
    entry.done();
    return profile;
  }
}
