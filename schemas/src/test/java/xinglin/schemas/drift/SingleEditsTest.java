package xinglin.schemas.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.example.ExampleText;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.value.Labels;

/** Each single edit of each label of each form gives exactly one change, of that label. */
final class SingleEditsTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final DriftFinder FINDER = new DriftFinder(DEFINITIONS);
  private static final List<String> STRANGE =
      List.of("抽样复核结论", "督办文号", "网格员姓氏拼音", "宣誓承诺书编号", "疫苗冷链温控记录");
  private static final Set<ChangeKind> ANOTHER_NAME =
      Set.of(
          ChangeKind.RENAMED,
          ChangeKind.REPLACED,
          ChangeKind.COUNTING_UNIT,
          ChangeKind.UNIT,
          ChangeKind.ROW_RENAMED,
          ChangeKind.ROW_REPLACED);

  /** A form as its example prints it, with the labels that are known in it. */
  private record Known(FormDefinition form, Document document, TableDrift table) {
    Grid grid() {
      return document.grids().stream()
          .filter(grid -> grid.sheet().equals(table.printed().grid().sheet()))
          .findFirst()
          .orElseThrow();
    }

    /** Each campaign has a print of its own: order and columns that may be missing tell nothing. */
    boolean severalPrints() {
      return form.campaigns().size() > 1;
    }

    boolean list() {
      return form.tables().get(table.layout()).shape() == TableLayout.Shape.LIST;
    }

    List<Change> after(Grid edited) {
      DriftResult result =
          FINDER.find(EditedGrid.replace(document, grid(), edited), Optional.of(form.formId()));
      return result.drift().orElseThrow().changes();
    }
  }

  private static Stream<Known> forms() {
    List<Known> known = new ArrayList<>();
    for (FormDefinition form : DEFINITIONS.forms().list()) {
      Document document =
          ExampleText.read(
              DEFINITIONS.files().text(form.file().replace(".yaml", ".example.txt")), Map.of());
      FINDER.find(document, Optional.of(form.formId())).drift().stream()
          .flatMap(drift -> drift.tables().stream())
          .forEach(table -> known.add(new Known(form, document, table)));
    }
    return known.stream();
  }

  private static Stream<DynamicTest> each(String edit, java.util.function.Consumer<Known> test) {
    return forms()
        .map(
            known ->
                DynamicTest.dynamicTest(
                    known.form().formId() + " " + known.table().layout() + " " + edit,
                    () -> test.accept(known)));
  }

  @TestFactory
  Stream<DynamicTest> aLabelIsRetyped() {
    return each(
        "retyped",
        known -> {
          Random random = new Random(20241122);
          for (TableDrift.Known column : known.table().columns()) {
            Cell cell = column.label().cell();
            String text = retyped(column.label().text(), random);
            List<Change> changes = known.after(EditedGrid.withText(known.grid(), cell, text));
            only(changes, ANOTHER_NAME, column, text);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aColumnIsTakenOut() {
    return each(
        "taken out",
        known -> {
          for (TableDrift.Known column : known.table().columns()) {
            if (known.severalPrints() && !column.item().required()) {
              continue;
            }
            Cell cell = column.label().cell();
            Grid edited =
                known.list()
                    ? EditedGrid.withoutColumn(known.grid().turned(), cell.row()).turned()
                    : EditedGrid.withoutColumn(known.grid(), cell.column());
            only(known.after(edited), Set.of(ChangeKind.GONE), column, "");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aColumnIsPutIn() {
    return each(
        "put in",
        known -> {
          Random random = new Random(7);
          for (TableDrift.Known column : known.table().columns()) {
            String label = STRANGE.get(random.nextInt(STRANGE.size()));
            Cell cell = column.label().cell();
            Grid edited =
                known.list()
                    ? EditedGrid.withColumnBefore(known.grid().turned(), turned(cell), label)
                        .turned()
                    : EditedGrid.withColumnBefore(known.grid(), cell, label);
            List<Change> changes = known.after(edited);
            assertEquals(
                1, changes.size(), () -> label + " before " + column + ": " + said(changes));
            assertEquals(ChangeKind.NEW, changes.get(0).kind());
            assertTrue(changes.get(0).now().endsWith(label), () -> said(changes));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> twoNeighboursChangePlaces() {
    return each(
        "exchanged",
        known -> {
          List<TableDrift.Known> columns =
              known.severalPrints() ? List.of() : known.table().columns();
          for (int i = 0; i + 1 < columns.size(); i++) {
            Cell one = columns.get(i).label().cell();
            Cell other = columns.get(i + 1).label().cell();
            boolean namesTheRows =
                columns.get(i).item().use() == xinglin.schemas.form.Item.Use.PART
                    && columns.get(i).item().name().equals("measure");
            boolean sameGroup =
                columns.get(i).label().groups().equals(columns.get(i + 1).label().groups());
            if (namesTheRows
                || !sameGroup
                || Labels.normalise(one.text()).equals(Labels.normalise(other.text()))) {
              continue;
            }
            Grid edited =
                EditedGrid.retyped(
                    known.grid(),
                    cell ->
                        cell.equals(one)
                            ? EditedGrid.text(cell, other.text())
                            : cell.equals(other) ? EditedGrid.text(cell, one.text()) : cell);
            List<Change> changes = known.after(edited);
            assertEquals(
                List.of(ChangeKind.MOVED),
                changes.stream().map(Change::kind).toList(),
                () -> one.text() + " and " + other.text() + ": " + said(changes));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aRowIsRetypedOrTakenOutOrPutIn() {
    return each(
        "rows",
        known -> {
          if (known.form().tables().get(known.table().layout()).rows().kind()
              != xinglin.schemas.form.RowKey.Kind.CATEGORY) {
            return;
          }
          Random random = new Random(3);
          for (TableDrift.Known row : known.table().rows()) {
            Cell cell = row.label().cell();
            String text = retyped(row.label().text(), random);
            only(
                known.after(EditedGrid.withText(known.grid(), cell, text)),
                ANOTHER_NAME,
                row,
                text);
            Grid without = EditedGrid.withoutColumn(known.grid().turned(), cell.row()).turned();
            only(known.after(without), Set.of(ChangeKind.ROW_GONE), row, "");
            Grid with =
                EditedGrid.withColumnBefore(known.grid().turned(), turned(cell), "产后康复").turned();
            List<Change> changes = known.after(with);
            assertEquals(List.of(ChangeKind.ROW_NEW), changes.stream().map(Change::kind).toList());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> spacesBracketsAndLineBreaksAreNoChange() {
    return each(
        "cosmetic",
        known -> {
          Random random = new Random(11);
          for (TableDrift.Known column : known.table().columns()) {
            Cell cell = column.label().cell();
            String text = cosmetic(column.label().text(), random);
            List<Change> changes = known.after(EditedGrid.withText(known.grid(), cell, text));
            assertEquals(List.of(), changes.stream().map(Change::kind).toList(), text);
          }
        });
  }

  private static Cell turned(Cell cell) {
    return new Cell(
        cell.column(),
        cell.row(),
        cell.columnSpan(),
        cell.rowSpan(),
        cell.text(),
        cell.content(),
        cell.formula(),
        cell.hidden());
  }

  /** One character of the words replaced by one that no label has, never in the unit. */
  private static String retyped(String label, Random random) {
    String words = label.replaceAll("[（(].*$", "");
    int at = random.nextInt(Math.max(1, words.length()));
    String other = "璋瑾瑜琮".substring(random.nextInt(4)).substring(0, 1);
    return label.substring(0, at) + other + label.substring(at + 1);
  }

  private static String cosmetic(String label, Random random) {
    StringBuilder text = new StringBuilder();
    for (char c : label.replace('（', '(').replace('）', ')').toCharArray()) {
      text.append(c)
          .append(
              random.nextInt(3) == 0 ? List.of(" ", "\n", "\u3000").get(random.nextInt(3)) : "");
    }
    return text.toString();
  }

  private static void only(
      List<Change> changes, Set<ChangeKind> kinds, TableDrift.Known edited, String text) {
    assertEquals(
        1, changes.size(), () -> edited.label().text() + " → " + text + ": " + said(changes));
    assertTrue(kinds.contains(changes.get(0).kind()), () -> text + ": " + said(changes));
    assertEquals(List.of(edited.item()), changes.get(0).items(), () -> text + ": " + said(changes));
  }

  private static String said(List<Change> changes) {
    return changes.stream()
        .map(change -> change.kind() + " " + change.old() + "→" + change.now())
        .toList()
        .toString();
  }
}
