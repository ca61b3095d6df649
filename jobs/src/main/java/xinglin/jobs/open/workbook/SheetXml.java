package xinglin.jobs.open.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.formula.FormulaBook;
import xinglin.jobs.open.formula.SharedFormula;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.xml.Xml;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Cell.Content;
import xinglin.schemas.sheet.CellAddress;

/**
 * Reads one worksheet of an .xlsx in a single pass. Blank cells, however formatted, leave nothing
 * behind.
 */
public final class SheetXml {
  private static final int LAST_COLUMN = 16_384;
  private static final int LAST_ROW = 1_048_576;

  /** Stands for the style of a cell whose runs have a look of their own. */
  private static final int NO_LOOK = -1;

  /** Other files are numbered: {@code [1]Sheet1!A1}. */
  private static final Pattern OTHER_FILE = Pattern.compile("\\[\\d+\\][^\\[\\],;]*!");

  private final Xml xml;
  private final SheetDraft draft;
  private final SharedStrings strings;
  private final CellTyping typing;
  private final FormulaBook book;
  private final int index;
  private final Budget budget;
  private final BitSet hiddenColumns = new BitSet();
  private final Map<Integer, SharedFormula> shared = new HashMap<>();

  private int row = -1;
  private int column = -1;
  private boolean rowHidden;

  private SheetXml(
      Xml xml,
      SheetDraft draft,
      SharedStrings strings,
      CellTyping typing,
      FormulaBook book,
      Budget budget) {
    this.xml = xml;
    this.draft = draft;
    this.strings = strings;
    this.typing = typing;
    this.book = book;
    this.index = book.getSheetIndex(draft.name());
    this.budget = budget;
  }

  static void read(
      InputStream part,
      SheetDraft draft,
      SharedStrings strings,
      CellTyping typing,
      FormulaBook book,
      Budget budget)
      throws IOException, XMLStreamException, RefusalException {
    try (InputStream in = part;
        Xml xml = Xml.of(in)) {
      new SheetXml(xml, draft, strings, typing, book, budget).read();
    }
  }

  private void read() throws XMLStreamException, RefusalException {
    while (xml.next()) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "c" -> cell();
        case "row" -> row();
        case "col" -> column();
        case "mergeCell" -> merge();
        case "conditionalFormatting", "extLst", "dataValidations" -> xml.skip();
        default -> {}
      }
    }
  }

  private void column() throws XMLStreamException {
    boolean narrow = xml.find("width").map(width -> width.equals("0")).orElse(false);
    if (xml.flag("hidden") || narrow) {
      int first = Math.max(1, xml.number("min", 1));
      int last = Math.min(LAST_COLUMN, xml.number("max", first));
      if (first <= last) {
        hiddenColumns.set(first - 1, last);
      }
    }
  }

  private void row() throws XMLStreamException, RefusalException {
    row = xml.number("r", row + 2) - 1;
    column = -1;
    rowHidden = xml.flag("hidden") || xml.text("ht").equals("0");
    if (row < 0 || row >= LAST_ROW) {
      throw RefusalException.broken();
    }
    if (rowHidden) {
      draft.hideRow(row);
    }
    if ((row & 0xfff) == 0) {
      budget.time();
    }
  }

  private void merge() throws RefusalException {
    String[] corners = xml.text("ref").split(":", 2);
    if (corners.length == 2) {
      CellAddress from = CellAddress.parse(corners[0]);
      CellAddress to = CellAddress.parse(corners[1]);
      if (to.row() >= LAST_ROW || to.column() >= LAST_COLUMN) {
        throw RefusalException.broken();
      }
      draft.merge(from.row(), from.column(), to.row(), to.column());
    }
  }

  private void cell() throws XMLStreamException, RefusalException {
    int style = 0;
    String type = "n";
    column++;
    for (int i = 0; i < xml.attributes(); i++) {
      switch (xml.attributeName(i)) {
        case "r" -> place(xml.attributeValue(i));
        case "s" -> style = Integer.parseInt(xml.attributeValue(i));
        case "t" -> type = xml.attributeValue(i);
        default -> {}
      }
    }
    String value = null;
    boolean runs = false;
    Optional<Cell.Formula> formula = Optional.empty();
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("v")) {
        value = xml.content();
      } else if (xml.starts("f")) {
        formula = formula();
      } else if (xml.starts("is")) {
        SharedStrings.Rich text = SharedStrings.rich(xml, "is", budget);
        value = text.text();
        runs = text.runs();
      }
    }
    if (value == null && formula.isEmpty()) {
      return;
    }
    boolean ownLook =
        runs
            || (type.equals("s")
                && value != null
                && strings.hasRuns(Integer.parseInt(value.strip())));
    add(type, ownLook ? NO_LOOK : style, value == null ? "" : value, formula);
  }

  private void add(String type, int style, String value, Optional<Cell.Formula> formula)
      throws RefusalException {
    boolean hidden = draft.hidden() || rowHidden || hiddenColumns.get(column);
    CellTyping.Typed typed =
        switch (type) {
          case "s" -> text(strings.get(Integer.parseInt(value.strip())));
          case "str" -> text(SharedStrings.plain(counted(value)));
          case "inlineStr" -> text(value);
          case "b" -> CellTyping.bool(value.strip().equals("1") || value.strip().equals("true"));
          case "e" -> new CellTyping.Typed(value, new Cell.Fault(value));
          case "d" -> CellTyping.isoDate(value);
          default -> typing.number(value, style);
        };
    if (typing.formats().isStruck(style)) {
      typed = typed.struck();
    }
    if (formula.isPresent() || !typed.text().isEmpty()) {
      Cell cell = new Cell(row, column, 1, 1, typed.text(), typed.content(), formula, hidden);
      draft.add(cell);
      typed.stored().ifPresent(stored -> draft.notes().scaled(cell, stored));
      if (formula.isPresent() && OTHER_FILE.matcher(formula.get().expression()).find()) {
        draft.notes().link(cell);
      }
    }
  }

  private static CellTyping.Typed text(String text) {
    return new CellTyping.Typed(text, text.isBlank() ? Content.BLANK : Content.TEXT);
  }

  private String counted(String value) throws RefusalException {
    budget.characters(value.length());
    return value;
  }

  private Optional<Cell.Formula> formula() throws XMLStreamException, RefusalException {
    String kind = xml.text("t");
    int group = xml.number("si", -1);
    String expression = counted(xml.content());
    if (kind.equals("dataTable")) {
      return Optional.empty();
    }
    if (kind.equals("array")) {
      // In braces, as Excel shows it; such formulas are not computed anew.
      return Optional.of(new Cell.Formula("{" + expression + "}", Optional.empty()));
    }
    if (kind.equals("shared") && !expression.isEmpty()) {
      shared.put(group, new SharedFormula(expression, row, column));
    } else if (kind.equals("shared") && shared.get(group) != null) {
      expression = counted(shared.get(group).at(book, index, row, column));
    }
    return Optional.of(new Cell.Formula(expression, Optional.<BigDecimal>empty()));
  }

  private void place(String address) throws RefusalException {
    int length = address.length();
    int at = 0;
    int newColumn = 0;
    while (at < length
        && address.charAt(at) >= 'A'
        && address.charAt(at) <= 'Z'
        && newColumn <= LAST_COLUMN) {
      newColumn = newColumn * 26 + (address.charAt(at++) - 'A' + 1);
    }
    int newRow = 0;
    while (at < length
        && address.charAt(at) >= '0'
        && address.charAt(at) <= '9'
        && newRow <= LAST_ROW) {
      newRow = newRow * 10 + (address.charAt(at++) - '0');
    }
    if (at != length
        || newColumn < 1
        || newColumn > LAST_COLUMN
        || newRow < 1
        || newRow > LAST_ROW) {
      throw RefusalException.broken();
    }
    row = newRow - 1;
    column = newColumn - 1;
  }
}
