package xinglin.schemas.codelist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.value.Labels;

/** The divisions of China: to county everywhere, to town where the campaigns are. */
public final class Divisions {
  static final String FILES = "codelists/divisions";

  /** Scope that holds all of China. */
  public static final String CHINA = "";

  private final Map<String, Division> byCode;
  private final LookAlikes lookAlikes;
  private final Map<String, DivisionIndex> indexes = new ConcurrentHashMap<>();
  private final Map<String, List<Division>> childrens = new ConcurrentHashMap<>();
  private final Map<String, List<Division>> withins = new ConcurrentHashMap<>();
  private final List<Division> gone;
  private final List<DivisionChange> changes;

  private Divisions(
      Map<String, Division> byCode, List<DivisionChange> changes, LookAlikes lookAlikes) {
    this.byCode = byCode;
    this.changes = changes;
    this.lookAlikes = lookAlikes;
    this.gone = byCode.values().stream().filter(division -> !division.isCurrent()).toList();
  }

  public static Divisions load(DefinitionFiles files, Problems problems) {
    DivisionFiles.Description description = DivisionFiles.description(files, problems);
    DivisionChangeFile changes = DivisionChangeFile.read(files, problems);
    Map<String, Division> byCode =
        DivisionFiles.divisions(files, description.variants(), changes.founded(), problems);
    return new Divisions(byCode, changes.changes(byCode, problems), description.lookAlikes());
  }

  /** What became of divisions and parts of them. */
  public List<DivisionChange> changes() {
    return changes;
  }

  /** First day of a division, as far as a change tells; empty if it was always there. */
  public Optional<LocalDate> firstDay(Division division) {
    return division
        .validFrom()
        .filter(day -> division.isCurrent())
        .or(
            () ->
                changes.stream()
                    .filter(change -> change.to().equals(division.code()))
                    .filter(change -> change.kind() == DivisionChange.Kind.RENAMED)
                    .map(DivisionChange::on)
                    .min(Comparator.naturalOrder()))
        .or(division::validFrom);
  }

  /**
   * Last day of a division that is gone: the one before the change that ended it. Reports may come
   * under it longer, see {@link Division#validTo}.
   */
  public Optional<LocalDate> lastDay(Division division) {
    return division
        .validTo()
        .map(
            end ->
                changes.stream()
                    .filter(change -> change.from().equals(division.code()))
                    .map(change -> change.on().minusDays(1))
                    .max(Comparator.naturalOrder())
                    .orElse(end));
  }

  /** Throws IllegalArgumentException for an unknown code. */
  public Division get(String code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("Cannot find division: " + code));
  }

  public Optional<Division> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** All: those that exist by code, then those that are gone. */
  public List<Division> list() {
    return List.copyOf(byCode.values());
  }

  /**
   * Divisions of this name at or below the scope. Understands short names (鼓楼 for 鼓楼区), names with
   * parents in front (徐州市鼓楼区, 仙居县福应街道), offices behind (福应街道办事处) and declared variants; an official
   * name beats a short one, a real division one for statistics only. More than one answer means
   * that the name is ambiguous there.
   *
   * @param scopeCode {@link #CHINA} for everywhere
   */
  public List<Division> lookup(String name, String scopeCode, Optional<Division.Level> level) {
    Predicate<Division> wanted =
        division ->
            isWithin(division.code(), scopeCode)
                && level.map(division.level()::equals).orElse(true);
    String normalised = Labels.normalise(name);
    List<Division> found = index(scopeCode).find(normalised, wanted);
    for (String shorter :
        found.isEmpty() ? DivisionNames.withoutOffice(normalised) : List.<String>of()) {
      if (found.isEmpty()) {
        found = index(scopeCode).find(shorter, wanted);
      }
    }
    return found;
  }

  /**
   * Divisions at or below the scope that may be meant: the same name of another kind (肖咀乡 for 肖咀镇),
   * look-alikes (吉岷镇 for 吉岘镇), one character more, less or other. The nearest only, by code; for
   * names that {@link #lookup} finds, nothing.
   */
  public List<Division> nearMisses(String name, String scopeCode) {
    if (!lookup(name, scopeCode, Optional.empty()).isEmpty()) {
      return List.of();
    }
    String normalised = Labels.normalise(name);
    List<Candidate> candidates =
        byCode.values().stream()
            .filter(division -> division.isCurrent() && isWithin(division.code(), scopeCode))
            .map(division -> new Candidate(division, badness(normalised, division)))
            .filter(candidate -> candidate.badness() < Candidate.TOO_FAR)
            .toList();
    int best = candidates.stream().mapToInt(Candidate::badness).min().orElse(Candidate.TOO_FAR);
    return candidates.stream()
        .filter(candidate -> candidate.badness() == best)
        .map(Candidate::division)
        .toList();
  }

  private record Candidate(Division division, int badness) {
    static final int TOO_FAR = 100;
  }

  private int badness(String name, Division division) {
    String stem = DivisionNames.shorten(name).orElse(name);
    int best = Candidate.TOO_FAR;
    for (String other : DivisionIndex.names(division)) {
      String otherStem = DivisionNames.shorten(other).orElse(other);
      if (lookAlikes.alike(name, other)) {
        best = Math.min(best, 0);
      } else if (stem.equals(otherStem)) {
        best = Math.min(best, 1);
      } else if (lookAlikes.alike(stem, otherStem)) {
        best = Math.min(best, 2);
      } else if (name.length() > 2 && stem.length() > 1 && Problems.distance(name, other) == 1) {
        best = Math.min(best, 3);
      }
    }
    return best;
  }

  /** Directly below, by code; {@link #CHINA} gives the provinces. */
  public List<Division> children(String code) {
    return childrens.computeIfAbsent(
        code,
        parent ->
            byCode.values().stream()
                .filter(Division::isCurrent)
                .filter(division -> division.parentCode().orElse(CHINA).equals(parent))
                .toList());
  }

  /** All of a level at or below the scope, by code; looked for once, since every form asks. */
  public List<Division> within(String scopeCode, Division.Level level) {
    return withins.computeIfAbsent(scopeCode + "/" + level, asked -> lookFor(scopeCode, level));
  }

  /**
   * All of a level at or below the scope that were there on a day, by code. Of divisions that are
   * gone the year is known, not the day: they were there up to the end of the year before.
   */
  public List<Division> within(String scopeCode, Division.Level level, LocalDate day) {
    List<Division> there = new ArrayList<>(within(scopeCode, level));
    there.removeIf(
        division -> division.validFrom().filter(first -> first.isAfter(day)).isPresent());
    gone.stream()
        .filter(division -> division.level() == level && isWithin(division.code(), scopeCode))
        .filter(
            division ->
                division.validTo().map(last -> last.getYear() > day.getYear()).orElse(false)
                    && division.validFrom().map(first -> !first.isAfter(day)).orElse(true))
        .forEach(there::add);
    there.sort(Comparator.comparing(Division::code));
    return List.copyOf(there);
  }

  private List<Division> lookFor(String scopeCode, Division.Level level) {
    return byCode.values().stream()
        .filter(Division::isCurrent)
        .filter(division -> division.level() == level && isWithin(division.code(), scopeCode))
        .toList();
  }

  /**
   * The lowest division that holds them all; for one code, that division itself. Unknown codes are
   * left out.
   */
  public Optional<Division> commonParent(Collection<String> codes) {
    List<String> known = codes.stream().filter(byCode::containsKey).distinct().toList();
    Optional<Division> candidate = known.stream().findFirst().flatMap(this::find);
    while (candidate.isPresent() && !holdsAll(candidate.get().code(), known)) {
      candidate = candidate.get().parentCode().flatMap(this::find);
    }
    return candidate;
  }

  private boolean holdsAll(String ancestor, List<String> codes) {
    return codes.stream().allMatch(code -> isWithin(code, ancestor));
  }

  /**
   * Whether the code is the ancestor itself or lies below it; everything lies in {@link #CHINA}.
   */
  public boolean isWithin(String code, String ancestor) {
    return code.startsWith(prefix(ancestor));
  }

  /** What the codes of everything below have in common: 3203 of 320300. */
  private static String prefix(String code) {
    if (code.length() != 6 || !code.endsWith("00")) {
      return code;
    }
    return code.endsWith("0000") ? code.substring(0, 2) : code.substring(0, 4);
  }

  /** Built when first asked: of one province where the scope lies in one, since that is quicker. */
  private DivisionIndex index(String scopeCode) {
    String province = scopeCode.length() < 2 ? CHINA : scopeCode.substring(0, 2);
    return indexes.computeIfAbsent(
        province,
        prefix ->
            new DivisionIndex(
                byCode.values().stream()
                    .filter(division -> division.code().startsWith(prefix))
                    .toList(),
                this::find));
  }
}
