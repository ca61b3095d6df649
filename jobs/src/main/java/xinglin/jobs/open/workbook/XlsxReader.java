package xinglin.jobs.open.workbook;

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
import xinglin.jobs.open.xml.Relationships;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Document.Trait;

/**
 * Reads an .xlsx or .xlsm in one pass over each part, small forms and large lists alike. Macros are
 * noted, never read.
 */
public final class XlsxReader {
  private XlsxReader() {}

  public static Document read(ZipParts parts, String workbookPart, Budget budget)
      throws IOException, XMLStreamException, RefusalException {
    Relationships relationships = Relationships.of(parts, workbookPart);
    WorkbookXml workbook = WorkbookXml.read(parts, workbookPart, relationships);
    SharedStrings strings = SharedStrings.read(part(parts, relationships, "sharedStrings"), budget);
    CellFormats formats = CellFormats.read(part(parts, relationships, "styles"));
    CellTyping typing = new CellTyping(formats, workbook.from1904());
    FormulaBook book =
        new FormulaBook(
            workbook.sheets().stream().map(WorkbookXml.Entry::name).toList(), workbook.names());
    List<SheetDraft> drafts = new ArrayList<>();
    for (WorkbookXml.Entry entry : workbook.sheets()) {
      SheetDraft draft = new SheetDraft(entry.name(), entry.hidden(), budget);
      drafts.add(draft);
      if (!entry.part().isEmpty()) {
        SheetXml.read(parts.get(entry.part()), draft, strings, typing, book, budget);
      }
    }
    return new Document(
        Document.Format.XLSX,
        Grids.of(drafts, book, workbook.from1904(), budget),
        traits(parts),
        Optional.empty(),
        Optional.empty(),
        SheetNotes.of(drafts));
  }

  static Optional<InputStream> part(ZipParts parts, Relationships relationships, String kind)
      throws IOException {
    Optional<String> name = relationships.findKind(kind);
    return name.isPresent() ? parts.find(name.get()) : Optional.empty();
  }

  private static Set<Trait> traits(ZipParts parts) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (parts.hasNamed("vbaproject.bin")) {
      traits.add(Trait.MACROS);
    }
    return traits;
  }
}
