package xinglin.jobs.mutation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import xinglin.jobs.mutation.draft.Box;
import xinglin.jobs.mutation.draft.Draft;
import xinglin.jobs.mutation.draft.Sheet;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.sheet.Document;

/**
 * A form as one sender filled it in, before anything is done to it.
 *
 * @param name form and kind of file, {@code jiangsu-lookback.docx}
 * @param reading what is read from it, which other tests hold against known values
 * @param tables its first tables, where it has any
 */
record Subject(
    String name, String formId, Draft draft, FileReading reading, List<FoundTable> tables) {

  static Subject of(String formId, Document document) {
    FileReading reading = Bench.read(document);
    List<FoundTable> tables =
        Bench.recognise(document).forms().isEmpty()
            ? List.of()
            : Bench.recognise(document).forms().get(0).tables();
    return new Subject(
        formId + "." + document.format().name().toLowerCase(java.util.Locale.ROOT),
        formId,
        Draft.of(document),
        reading,
        tables);
  }

  FormReading form() {
    return reading.forms().get(0);
  }

  boolean isTable() {
    return !tables.isEmpty();
  }

  boolean isList() {
    return isTable() && table().layout().shape() == TableLayout.Shape.LIST;
  }

  boolean is(RowKey.Kind kind) {
    return isTable() && !isList() && table().layout().rows().kind() == kind;
  }

  FoundTable table() {
    return tables.get(0);
  }

  /** Changes the sheet with the first table. */
  Draft sheet(UnaryOperator<Sheet> change) {
    return draft.sheet(table().grid().sheet(), change);
  }

  Sheet sheet() {
    return draft.sheets().stream()
        .filter(sheet -> sheet.name().equals(table().grid().sheet()))
        .findFirst()
        .orElseThrow();
  }

  /** Header cells by item. */
  Map<Item, Cell> header() {
    return table().blocks().get(0);
  }

  boolean isHeader(Box box) {
    return header().values().stream()
        .anyMatch(cell -> cell.row() == box.row() && cell.column() == box.column());
  }

  /** Cells with the words of the form: header and, where it has them, labels of the rows. */
  boolean isLabel(Box box) {
    boolean rowLabel =
        (is(RowKey.Kind.CATEGORY))
            && table().rowLabelColumn().isPresent()
            && box.column() == table().rowLabelColumn().getAsInt()
            && box.row() >= table().headerBottom()
            && box.row() < table().dataEnd();
    return isHeader(box) || rowLabel;
  }

  boolean isData(Box box) {
    return !isList()
        && box.row() >= table().headerBottom()
        && box.row() < table().dataEnd()
        && box.column() >= table().left()
        && box.column() < table().right();
  }

  /** Columns of items, left to right, that are one place wide. */
  List<Integer> columns() {
    return header().values().stream()
        .filter(cell -> cell.columnSpan() == 1)
        .map(Cell::column)
        .sorted()
        .toList();
  }

  int firstRow() {
    return table().headerBottom();
  }

  /** Rows of data with something in them. */
  List<Integer> dataRows() {
    List<Integer> rows = new ArrayList<>();
    for (int row = table().headerBottom(); row < table().dataEnd(); row++) {
      int at = row;
      if (sheet().boxes().stream().anyMatch(b -> b.row() == at && isData(b) && !b.isBlank())) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** A figure worth spoiling: counted, exact, above zero, of the wanted kind. */
  Optional<Figure> figure(boolean money) {
    return form().figures().stream()
        .filter(figure -> figure.role() != Figure.Role.TOTAL)
        .filter(figure -> figure.unit().equals("元") == money)
        .filter(figure -> figure.value().number().filter(n -> n.signum() > 0).isPresent())
        .findFirst();
  }

  /** Origin of a value of the register's first full line by column. */
  Optional<String> lineCell(String column) {
    return form().lines().stream()
        .filter(line -> line.values().containsKey(column) && line.cells().containsKey(column))
        .filter(line -> !line.values().get(column).verbatim().isBlank())
        .min(Comparator.comparingInt(line -> line.ordinal()))
        .map(line -> line.sheet() + "!" + line.cells().get(column));
  }

  static String origin(Figure figure) {
    return figure.sheet() + "!" + figure.cell();
  }

  String origin(int row, int column) {
    return table().grid().sheet() + "!" + new CellAddress(row, column).a1();
  }

  FileReading readAgain(Bench bench) throws IOException {
    return bench.read(draft);
  }
}
