package xinglin.jobs.open.ods;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.workbook.CellTyping;
import xinglin.jobs.open.workbook.CellTyping.Typed;
import xinglin.jobs.open.workbook.Numerals;
import xinglin.jobs.open.workbook.Percents;
import xinglin.jobs.open.xml.Xml;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Cell.Content;

/**
 * What one cell of an .ods holds.
 *
 * @param linked whether its formula looks into another file
 */
record OdsCell(Typed typed, Optional<Cell.Formula> formula, boolean linked) {
  private static final Pattern FAULT =
      Pattern.compile("#(REF|DIV/0|N/A|NAME|NUM|VALUE|NULL)[!?]?|Err:5\\d\\d");

  /**
   * The cell just started.
   *
   * @param inherited style of cells that name none
   */
  static OdsCell read(Xml xml, OdsStyles styles, String inherited, Budget budget)
      throws XMLStreamException, RefusalException {
    String style = inherited;
    String type = "";
    String value = "";
    String stated = "";
    String formula = "";
    boolean array = false;
    boolean fault = false;
    for (int i = 0; i < xml.attributes(); i++) {
      boolean extension = xml.attributeNamespace(i).contains(":calcext:");
      String here = xml.attributeValue(i);
      switch (xml.attributeName(i)) {
        case "value-type" -> {
          fault |= extension && here.equals("error");
          type = extension ? type : here;
        }
        case "value", "date-value", "boolean-value" -> value = here;
        case "string-value" -> stated = here;
        case "style-name" -> style = here;
        case "formula" -> formula = here;
        case "number-matrix-columns-spanned" -> array = true;
        default -> {}
      }
    }
    String text = text(xml, styles, budget);
    String shown = stated.isEmpty() ? text : stated;
    budget.characters(stated.length() + formula.length());
    fault |= !formula.isEmpty() && FAULT.matcher(shown).matches();
    Typed typed = fault ? new Typed(shown, new Cell.Fault(shown)) : typed(type, value, shown);
    if (typed.content() instanceof Cell.Number number) {
      typed =
          styles
              .findScale(style, number.value())
              .map(scale -> scale.typed(number.value()))
              .orElse(typed);
    }
    if (styles.look(style).struck()) {
      typed = typed.struck();
    }
    return new OdsCell(typed, formula(formula, array), OdsFormula.leavesTheFile(formula));
  }

  private static Typed typed(String type, String value, String shown) {
    return switch (type) {
      case "float", "currency" -> number(value, shown);
      case "percentage" ->
          Numerals.find(value).map(Percents::typed).orElseGet(() -> new Typed(shown, Content.TEXT));
      case "date" -> CellTyping.isoDate(value);
      case "boolean" -> CellTyping.bool(value.equals("true"));
      default -> new Typed(shown, shown.isBlank() ? Content.BLANK : Content.TEXT);
    };
  }

  private static Typed number(String value, String shown) {
    Optional<BigDecimal> number = Numerals.find(value);
    return number.map(Typed::of).orElseGet(() -> new Typed(shown, Content.TEXT));
  }

  private static Optional<Cell.Formula> formula(String formula, boolean array) {
    if (formula.isEmpty()) {
      return Optional.empty();
    }
    String expression = OdsFormula.translate(formula);
    return Optional.of(
        new Cell.Formula(array ? "{" + expression + "}" : expression, Optional.empty()));
  }

  private static String text(Xml xml, OdsStyles styles, Budget budget)
      throws XMLStreamException, RefusalException {
    StringBuilder text = new StringBuilder();
    boolean first = true;
    int depth = 1;
    while (depth > 0 && xml.next()) {
      if (!xml.isStart()) {
        depth--;
      } else if (xml.name().equals("p") || xml.name().equals("h")) {
        text.append(first ? "" : "\n").append(OdsText.paragraph(xml, styles, budget));
        first = false;
      } else {
        // Notes, pictures, tables inside a cell, and whatever else is drawn over it.
        xml.skip();
      }
    }
    return text.toString();
  }
}
