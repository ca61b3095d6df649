package xinglin.warehouse.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;

/** Puts models in the order of their references. */
public final class ModelOrder {
  private final Map<String, SqlModel> models = new LinkedHashMap<>();
  private final Set<String> given;
  private final Problems problems;
  private final Set<String> done = new LinkedHashSet<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final List<SqlModel> ordered = new ArrayList<>();

  private ModelOrder(Collection<SqlModel> models, Set<String> given, Problems problems) {
    models.forEach(model -> this.models.put(model.qualifiedName(), model));
    this.given = given;
    this.problems = problems;
  }

  /**
   * The models, each after all that it uses.
   *
   * @param given names that exist before any model runs, for example {@code lake.submission}
   * @param problems receives names that nobody defines, and circles
   */
  public static List<SqlModel> of(
      Collection<SqlModel> models, Set<String> given, Problems problems) {
    ModelOrder order = new ModelOrder(models, given, problems);
    order.models.values().forEach(order::place);
    return List.copyOf(order.ordered);
  }

  private void place(SqlModel model) {
    String name = model.qualifiedName();
    if (done.contains(name)) {
      return;
    }
    open.addLast(name);
    for (References.Use use : References.of(model)) {
      SqlModel used = models.get(use.name());
      if (use.call() && (used == null || !used.layer().isMacro())) {
        continue; // a function of the database
      }
      if (used == null) {
        if (!given.contains(use.name())) {
          Set<String> known = new TreeSet<>(models.keySet());
          known.addAll(given);
          problems.add(
              model.path(),
              use.line(),
              Mistake.of("no table \"{0}\"", use.name()).near(use.name(), known));
        }
      } else if (open.contains(use.name())) {
        List<String> circle = new ArrayList<>(open);
        circle.subList(0, circle.indexOf(use.name())).clear();
        circle.add(use.name());
        problems.add(
            model.path(),
            use.line(),
            Mistake.of("goes in a circle: {0}", String.join(" > ", circle)));
      } else {
        place(used);
      }
    }
    open.removeLast();
    done.add(name);
    ordered.add(model);
  }
}
