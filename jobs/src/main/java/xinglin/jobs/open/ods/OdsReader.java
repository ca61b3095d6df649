package xinglin.jobs.open.ods;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.formula.FormulaBook;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.guard.ZipParts;
import xinglin.jobs.open.workbook.Grids;
import xinglin.jobs.open.workbook.SheetDraft;
import xinglin.jobs.open.workbook.SheetNotes;
import xinglin.jobs.open.workbook.WorkbookXml;
import xinglin.jobs.open.xml.Xml;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Document.Trait;

/** Reads an .ods in one pass over its content, as the .xlsx reader does. */
public final class OdsReader {
  private final Xml xml;
  private final Budget budget;
  private final OdsStyles styles = new OdsStyles();
  private final List<SheetDraft> drafts = new ArrayList<>();
  private final List<WorkbookXml.Name> names = new ArrayList<>();
  private boolean from1904;

  private OdsReader(Xml xml, Budget budget) {
    this.xml = xml;
    this.budget = budget;
  }

  public static Document read(ZipParts parts, Budget budget)
      throws IOException, XMLStreamException, RefusalException {
    Set<Trait> traits =
        parts.hasUnder("basic/") || parts.hasUnder("scripts/")
            ? EnumSet.of(Trait.MACROS)
            : EnumSet.noneOf(Trait.class);
    try (InputStream in = parts.get("content.xml");
        Xml xml = Xml.of(in)) {
      OdsReader reader = new OdsReader(xml, budget);
      reader.read();
      FormulaBook book =
          new FormulaBook(reader.drafts.stream().map(SheetDraft::name).toList(), reader.names);
      return new Document(
          Document.Format.ODS,
          Grids.of(reader.drafts, book, reader.from1904, budget),
          traits,
          Optional.empty(),
          Optional.empty(),
          SheetNotes.of(reader.drafts));
    }
  }

  private void read() throws XMLStreamException, RefusalException {
    while (xml.next()) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "automatic-styles" -> styles.read(xml);
        case "null-date" -> from1904 = xml.text("date-value").startsWith("1904");
        case "table" -> table();
        case "named-range" -> name("cell-range-address", "[", "]");
        case "named-expression" -> name("expression", "", "");
        case "tracked-changes", "data-pilot-tables" -> xml.skip();
        default -> {}
      }
    }
  }

  private void table() throws XMLStreamException, RefusalException {
    String name = xml.text("name");
    if (name.contains("'#")) {
      // What other files held when this one was saved; no sheet of its own.
      xml.skip();
      return;
    }
    SheetDraft draft = new SheetDraft(name, styles.isHidden(xml.text("style-name")), budget);
    drafts.add(draft);
    OdsSheet.read(xml, draft, styles, budget);
  }

  private void name(String attribute, String open, String close) throws RefusalException {
    String expression = OdsFormula.translate(open + xml.text(attribute) + close);
    budget.characters(expression.length());
    names.add(new WorkbookXml.Name(xml.text("name"), -1, expression));
  }
}
