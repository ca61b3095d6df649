package xinglin.schemas.codelist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.value.Labels;

/** A closed list of codes, such as practice types. */
public final class CodeList {
  private final String id;
  private final String zh;
  private final String en;
  private final List<CodeItem> items;
  private final Map<String, CodeItem> byLabel;

  CodeList(String id, String zh, String en, List<CodeItem> items, Map<String, CodeItem> byLabel) {
    this.id = id;
    this.zh = zh;
    this.en = en;
    this.items = List.copyOf(items);
    this.byLabel = new LinkedHashMap<>(byLabel);
  }

  public String id() {
    return id;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  /** In the order of the file. */
  public List<CodeItem> items() {
    return items;
  }

  /** By code; throws IllegalArgumentException for an unknown one. */
  public CodeItem get(String code) {
    return findCode(code)
        .orElseThrow(() -> new IllegalArgumentException("Cannot find code in " + id + ": " + code));
  }

  public Optional<CodeItem> findCode(String code) {
    return items.stream().filter(item -> item.code().equals(code)).findFirst();
  }

  /** By code, label or synonym, compared as {@link Labels#normalise} does. */
  public Optional<CodeItem> find(String label) {
    return Optional.ofNullable(byLabel.get(Labels.normalise(label)));
  }
}
