package xinglin.schemas.codelist;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;

/** The divisions of China: to county everywhere, to town where the campaigns are. */
public final class Divisions {
  static final String FILES = "codelists/divisions";

  /** Scope that holds all of China. */
  public static final String CHINA = "";

  private final Map<String, Division> byCode;

  private Divisions(Map<String, Division> byCode) {
    this.byCode = byCode;
  }

  public static Divisions load(DefinitionFiles files, Problems problems) {
    return new Divisions(Map.of());
  }

  /** Throws IllegalArgumentException for an unknown code. */
  public Division get(String code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("Cannot find division: " + code));
  }

  public Optional<Division> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** All, by code. */
  public List<Division> list() {
    return List.copyOf(byCode.values());
  }

  /**
   * Divisions of this name at or below the scope. Understands short names (鼓楼 for 鼓楼区), names with
   * parents in front (徐州市鼓楼区, 仙居县福应街道) and declared variants; an exact name beats a short one. More
   * than one answer means that the name is ambiguous there.
   *
   * @param scopeCode {@link #CHINA} for everywhere
   */
  public List<Division> lookup(String name, String scopeCode, Optional<Division.Level> level) {
    return List.of();
  }

  /**
   * Divisions below the scope whose names differ by one character or by look-alikes, nearest first:
   * 吉岷镇 gives 吉岘镇.
   */
  public List<Division> nearMisses(String name, String scopeCode) {
    return List.of();
  }

  /** Directly below, by code; {@link #CHINA} gives the provinces. */
  public List<Division> children(String code) {
    return List.of();
  }

  /** All of a level at or below the scope, by code. */
  public List<Division> within(String scopeCode, Division.Level level) {
    return List.of();
  }

  /**
   * The lowest division that holds them all; a single code gives its parent. Unknown codes are left
   * out.
   */
  public Optional<Division> commonParent(Collection<String> codes) {
    return Optional.empty();
  }

  /**
   * Whether the code is the ancestor itself or lies below it; everything lies in {@link #CHINA}.
   */
  public boolean isWithin(String code, String ancestor) {
    return false;
  }
}
