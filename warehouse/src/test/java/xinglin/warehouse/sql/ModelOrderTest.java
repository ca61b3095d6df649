package xinglin.warehouse.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xinglin.schemas.definition.Problems;

/** Models run in the order of the names they use. */
class ModelOrderTest {
  private final Problems problems = new Problems();

  @Test
  void usedModelsComeFirst() {
    assertEquals(
        List.of("staging.b", "core.a", "report", "c"),
        order(
            model(Layer.MARTS, "c", "select * from report(1)"),
            model(Layer.MACROS, "report", "-- parameters: x\nselect * from core.a"),
            model(
                Layer.CORE,
                "a",
                "with n as (select 1), m(k) as (select 2) select * from staging.b join n on true"
                    + " join m on true"),
            model(Layer.STAGING, "b", "select * from lake.b")));
    assertEquals(List.of(), problems.list());
  }

  @Test
  void commentsTextsAndFunctionsOfTheDatabaseAreNoReferences() {
    order(
        model(
            Layer.STAGING,
            "b",
            "-- from nowhere\n"
                + "select 'from nowhere', extract(year from day), a is distinct from c\n"
                + "from lake.b, range(3)"));
    assertEquals(List.of(), problems.list());
  }

  @Test
  void unknownNamesAndCirclesAreAllReported() {
    order(
        model(Layer.CORE, "a", "select *\nfrom staging.bb"),
        model(Layer.CORE, "x", "select * from core.y"),
        model(Layer.CORE, "y", "select 1\nunion all\nselect * from core.x"),
        model(Layer.STAGING, "b", "select * from lake.b"));
    assertEquals(
        List.of(
            "core/a.sql:2: no table \"staging.bb\", did you mean \"staging.b\"?",
            "core/y.sql:3: goes in a circle: core.x > core.y > core.x"),
        problems.list().stream().map(Object::toString).toList());
  }

  private List<String> order(SqlModel... models) {
    return ModelOrder.of(List.of(models), Set.of("lake.b"), problems).stream()
        .map(SqlModel::qualifiedName)
        .toList();
  }

  private static SqlModel model(Layer layer, String name, String text) {
    return new SqlModel(layer, name, layer.folder() + "/" + name + ".sql", text);
  }
}
